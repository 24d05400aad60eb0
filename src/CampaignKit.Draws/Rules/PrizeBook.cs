namespace CampaignKit.Draws;

/// <summary>Who can no longer win in a draw: who is excluded, and, as rules follow one another, who has won so far and by what.</summary>
internal sealed class PrizeBook(OverlapPolicy overlap, Exclusions? exclusions = null)
{
    private readonly Dictionary<string, Prize> _byPerson = new(StringComparer.Ordinal);

    internal bool OnePerPerson => overlap == OverlapPolicy.OnePrizePerPerson;

    /// <summary>The most persons who may have to be passed over.</summary>
    internal int Count => (OnePerPerson ? _byPerson.Count : 0) + (exclusions?.Size ?? 0);

    internal string? WhyExcluded(string person) => exclusions?.ReasonFor(person);

    internal Prize? Of(string person) => OnePerPerson && _byPerson.TryGetValue(person, out var prize) ? prize : null;

    internal void Enter(RuleOutcome outcome)
    {
        foreach (var winner in outcome.Winners)
            _byPerson.TryAdd(winner.Person, new Prize(outcome.RuleId, winner.Id));
    }

    internal readonly record struct Prize(string RuleId, string EntryId);
}
