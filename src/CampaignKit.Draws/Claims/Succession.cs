namespace CampaignKit.Draws;

/// <summary>
/// Who follows as prizes of one rule are forfeited. Alternates wait in queues, one for each stratum that has a quota and one for all
/// others. Whoever may not follow, having held a prize or won by another rule, never will, so that a queue only moves on; whom a quota
/// alone keeps back stays at its head, as the quota may open again. Immutable.
/// </summary>
internal sealed class Succession
{
    // No stratum is named so.
    private const string NoQuota = "";

    private readonly DrawRule _rule;
    private readonly IReadOnlyList<DrawnEntry> _alternates;
    private readonly Dictionary<string, Queue> _queues;

    private Succession(DrawRule rule, IReadOnlyList<DrawnEntry> alternates, Dictionary<string, Queue> queues) =>
        (_rule, _alternates, _queues) = (rule, alternates, queues);

    /// <summary>The winners hold the prizes, and all alternates wait.</summary>
    internal static Succession Of(DrawRule rule, RuleOutcome outcome)
    {
        var named = rule is RandomRule random ? random.Quotas.Select(quota => quota.Stratum).ToHashSet(StringComparer.Ordinal) : [];
        var queues = named.Append(NoQuota).ToDictionary(stratum => stratum, _ => new Queue([], Next: 0, Holders: 0), StringComparer.Ordinal);
        foreach (var winner in outcome.Winners)
            queues[QueueOf(winner, queues)] = queues[QueueOf(winner, queues)].Joined();
        foreach (var (place, alternate) in outcome.Alternates.Index())
            queues[QueueOf(alternate, queues)].Places.Add(place);
        return new Succession(rule, outcome.Alternates, queues);
    }

    /// <summary>Who follows when an entry loses its prize, null if nobody does, and the succession from then on.</summary>
    /// <param name="loser">The entry.</param>
    /// <param name="mayFollow">Whether an alternate may follow, quotas aside; who once may not, never may.</param>
    internal (DrawnEntry? Next, Succession Then) After(DrawnEntry loser, Predicate<DrawnEntry> mayFollow)
    {
        var queues = _queues.ToDictionary(queue => queue.Key, queue => queue.Value.MovedOn(place => mayFollow(_alternates[place])), StringComparer.Ordinal);
        var left = QueueOf(loser, queues);
        queues[left] = queues[left] with { Holders = queues[left].Holders - 1 };
        var then = new Succession(_rule, _alternates, queues);
        if (loser.Share is not null || then.FirstWithPlace() is not { } stratum)
            return (null, then);
        var next = _alternates[queues[stratum].Head!.Value];
        queues[stratum] = queues[stratum].Joined() with { Next = queues[stratum].Next + 1 };
        return (next, then);
    }

    private static string QueueOf(DrawnEntry entry, Dictionary<string, Queue> queues) =>
        entry.Stratum is { } stratum && queues.ContainsKey(stratum) ? stratum : NoQuota;

    /// <summary>The queue with the first alternate of all whose quotas let them follow; null if there is none.</summary>
    private string? FirstWithPlace()
    {
        var waiting = _queues.Where(queue => queue.Value.Head is not null);
        if (_rule is RandomRule { Quotas.Count: > 0 } rule)
        {
            var room = new QuotaRoom(rule);
            foreach (var (stratum, queue) in _queues)
                room.Of(stratum).TakePlaces(queue.Holders);
            waiting = waiting.Where(queue => room.Of(queue.Key).HasPlace);
        }

        return waiting.Select(queue => queue.Key).MinBy(stratum => _queues[stratum].Head);
    }

    /// <summary>The alternates of a stratum, by their places among all, those from <paramref name="Next"/> on still waiting.</summary>
    private readonly record struct Queue(List<int> Places, int Next, int Holders)
    {
        internal int? Head => Next < Places.Count ? Places[Next] : null;

        internal Queue Joined() => this with { Holders = Holders + 1 };

        internal Queue MovedOn(Predicate<int> mayFollow)
        {
            var next = Next;
            while (next < Places.Count && !mayFollow(Places[next]))
                next++;
            return this with { Next = next };
        }
    }
}
