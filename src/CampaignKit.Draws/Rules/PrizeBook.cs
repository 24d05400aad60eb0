namespace CampaignKit.Draws;

/// <summary>Who has won so far in a draw, and by what, as rules follow one another.</summary>
internal sealed class PrizeBook(OverlapPolicy overlap)
{
    private readonly Dictionary<string, Prize> _byPerson = new(StringComparer.Ordinal);

    internal bool OnePerPerson => overlap == OverlapPolicy.OnePrizePerPerson;

    internal int Count => _byPerson.Count;

    internal Prize? Of(string person) => _byPerson.TryGetValue(person, out var prize) ? prize : null;

    internal void Enter(RuleOutcome outcome)
    {
        foreach (var winner in outcome.Winners)
            _byPerson.TryAdd(winner.Person, new Prize(outcome.RuleId, winner.Id));
    }

    internal readonly record struct Prize(string RuleId, string EntryId);
}
