namespace CampaignKit.Draws;

/// <summary>Seats entries of one rule as winners or alternates, in the order of their turns, and notes whom it passes over.</summary>
internal sealed class Seating(DrawRule rule, Pool pool, RuleSeed seed, PrizeBook prizes)
{
    private readonly Dictionary<string, string> _seated = new(StringComparer.Ordinal);
    private readonly List<DrawnEntry> _winners = [];
    private readonly List<DrawnEntry> _alternates = [];
    private readonly List<SkippedEntry> _skipped = [];

    internal int Winners => _winners.Count;

    internal int Alternates => _alternates.Count;

    /// <summary>Seats an entry as a winner; false if it is passed over.</summary>
    internal bool Win(int entry, Digest? ticket) => Offer(entry, ticket, _winners);

    /// <summary>Seats an entry as an alternate; false if it is passed over.</summary>
    internal bool Reserve(int entry, Digest? ticket) => Offer(entry, ticket, _alternates);

    /// <summary>The winners from <paramref name="first"/> on tied for fewer places: each gets a share.</summary>
    internal void ShareAmong(int first, int places)
    {
        var share = new Share(places, _winners.Count - first);
        for (var i = first; i < _winners.Count; i++)
            _winners[i] = _winners[i] with { Share = share };
    }

    internal RuleOutcome Close() => new(rule.Id, seed, [.. _winners], [.. _alternates], [.. _skipped]);

    private bool Offer(int entry, Digest? ticket, List<DrawnEntry> seats)
    {
        var drawn = pool.EntryAt(entry, ticket);
        if (PassedOver(drawn) is { } skipped)
        {
            _skipped.Add(skipped);
            return false;
        }

        if (prizes.OnePerPerson)
            _seated.Add(drawn.Person, drawn.Id);
        seats.Add(drawn);
        return true;
    }

    private SkippedEntry? PassedOver(DrawnEntry drawn)
    {
        if (prizes.WhyExcluded(drawn.Person) is { } why)
            return new SkippedEntry(drawn, SkipReason.Excluded, Why: why);
        if (prizes.Of(drawn.Person) is { } prize)
            return new SkippedEntry(drawn, SkipReason.WonByEarlierRule, prize.RuleId, prize.EntryId);
        return _seated.TryGetValue(drawn.Person, out var entry)
            ? new SkippedEntry(drawn, SkipReason.DrawnByThisRule, rule.Id, entry)
            : null;
    }
}
