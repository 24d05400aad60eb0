using System.Globalization;

namespace CampaignKit.Draws;

/// <summary>Seats entries of one rule as winners or alternates, in the order in which they are offered, and notes whom it passes over.</summary>
internal sealed class Seating(DrawRule rule, Pool pool, RuleSeed seed, PrizeBook prizes)
{
    private readonly Dictionary<string, string> _seated = new(StringComparer.Ordinal);
    private readonly List<DrawnEntry> _winners = [];
    private readonly List<DrawnEntry> _alternates = [];
    private readonly List<SkippedEntry> _skipped = [];

    internal int Winners => _winners.Count;

    internal int Alternates => _alternates.Count;

    internal void OfferWin(int entry, Digest? ticket) => Offer(entry, ticket, _winners);

    internal void OfferReserve(int entry, Digest ticket) => Offer(entry, ticket, _alternates);

    /// <summary>The winners from <paramref name="first"/> on tied for fewer places: each gets a share.</summary>
    internal void ShareAmong(int first, int places)
    {
        var share = new Share(places, _winners.Count - first);
        for (var i = first; i < _winners.Count; i++)
            _winners[i] = _winners[i] with { Share = share };
    }

    internal RuleOutcome Close() => new(rule.Id, seed, _winners, _alternates, _skipped);

    private void Offer(int entry, Digest? ticket, List<DrawnEntry> seats)
    {
        var drawn = new DrawnEntry(pool.Lines.IdText(entry), ValueOf(entry), ticket, pool.HolderAt(entry));
        if (!prizes.OnePerPerson)
            seats.Add(drawn);
        else if (prizes.Of(drawn.Person) is { } prize)
            _skipped.Add(new SkippedEntry(drawn, SkipReason.WonByEarlierRule, prize.RuleId, prize.EntryId));
        else if (!_seated.TryAdd(drawn.Person, drawn.Id))
            _skipped.Add(new SkippedEntry(drawn, SkipReason.DrawnByThisRule, rule.Id, _seated[drawn.Person]));
        else
            seats.Add(drawn);
    }

    private string? ValueOf(int entry) => pool.Kind switch
    {
        PoolKind.Ids => null,
        PoolKind.Numbers => pool.Lines.ValueText(entry),
        _ => pool.ValueAt(entry).ToString(CultureInfo.InvariantCulture),
    };
}
