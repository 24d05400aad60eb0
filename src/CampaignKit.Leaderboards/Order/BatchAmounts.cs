using System.Runtime.InteropServices;

namespace CampaignKit.Leaderboards;

/// <summary>What a batch adds to each of its members: an amount for each, or one for all.</summary>
internal readonly ref struct BatchAmounts
{
    private readonly ReadOnlySpan<long> _amounts;
    private readonly int _members;

    /// <summary>One amount for all.</summary>
    public BatchAmounts(int members, ref readonly long amount)
    {
        _amounts = new ReadOnlySpan<long>(in amount);
        _members = members;
    }

    /// <exception cref="ArgumentException">There are not as many amounts as members.</exception>
    public BatchAmounts(int members, ReadOnlySpan<long> by)
    {
        if (by.Length != members)
            throw new ArgumentException($"{nameof(by)} has {by.Length} amounts for {members} members.", nameof(by));

        _amounts = by;
        _members = members;
    }

    public long this[int index] => _amounts[_amounts.Length == 1 ? 0 : index];

    /// <summary>
    /// Whether a score of those in an order, or between two others, could leave the 64 bits if one member got all that is added or all that is taken
    /// away.
    /// </summary>
    public bool CouldOverflow(IMemberOrder order, long turn, long low = 0, long high = 0)
    {
        var (added, taken) = (Int128.Zero, Int128.Zero);
        foreach (var amount in _amounts)
            (added, taken) = (added + Math.Max(amount, 0), taken + Math.Min(amount, 0));
        if (_amounts.Length == 1)
            (added, taken) = (added * _members, taken * _members);

        if (order.Count > 0)
        {
            Span<Seat> end = stackalloc Seat[1];
            foreach (var place in (ReadOnlySpan<int>)[0, order.Count - 1])
            {
                order.CopyTo(place, end);
                (low, high) = (Math.Min(low, end[0].Key ^ turn), Math.Max(high, end[0].Key ^ turn));
            }
        }

        return high + added > long.MaxValue || low + taken < long.MinValue;
    }

    /// <summary>Adds up what each member would have after each write, so that a sum beyond 64 bits is found before the first is done.</summary>
    /// <param name="members">The members.</param>
    /// <param name="sameId">When two of them are the same.</param>
    /// <param name="scoreOf">A member's score before the batch.</param>
    /// <param name="sum">A member's score with an amount added; fails if that is beyond 64 bits.</param>
    public void EnsureSums<TKey>(
        ReadOnlySpan<TKey> members, IEqualityComparer<TKey>? sameId, Func<TKey, long> scoreOf, Func<TKey, long, long, long> sum)
        where TKey : notnull
    {
        var scores = new Dictionary<TKey, long>(sameId);
        for (var index = 0; index < members.Length; index++)
        {
            ref var score = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, members[index], out var isKnown);
            if (!isKnown)
                score = scoreOf(members[index]);
            score = sum(members[index], score, this[index]);
        }
    }
}
