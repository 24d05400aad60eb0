namespace CampaignKit.Leaderboards;

public sealed partial class Leaderboard<TKey>
{
    private const int BatchBlock = 32;

    /// <summary>
    /// Adds the same to the scores of many members, one after the other in the order of the span, as <see cref="Increment(TKey, long, WriteIf)"/> would but in less time: the
    /// waits for memory overlap. A member may come more than once. All or nothing.
    /// </summary>
    /// <param name="ids">The members.</param>
    /// <param name="by">What is added to each; a negative number takes away.</param>
    /// <exception cref="ArgumentNullException">An id is null; the board is as before.</exception>
    /// <exception cref="OverflowException">A sum is no 64-bit integer; the board is as before.</exception>
    public void IncrementMany(ReadOnlySpan<TKey> ids, long by = 1) => IncrementMany(ids, new BatchAmounts(ids.Length, in by));

    /// <summary>
    /// Adds to the scores of many members, one after the other in the order of the span, as <see cref="Increment(TKey, long, WriteIf)"/> would but in less time: the waits for
    /// memory overlap. A member may come more than once. All or nothing.
    /// </summary>
    /// <param name="ids">The members.</param>
    /// <param name="by">What is added to each, in the same order; negative numbers take away.</param>
    /// <exception cref="ArgumentNullException">An id is null; the board is as before.</exception>
    /// <exception cref="ArgumentException">There are not as many amounts as members; the board is as before.</exception>
    /// <exception cref="OverflowException">A sum is no 64-bit integer; the board is as before.</exception>
    public void IncrementMany(ReadOnlySpan<TKey> ids, ReadOnlySpan<long> by) => IncrementMany(ids, new BatchAmounts(ids.Length, by));

    /// <summary>The ranks of many members, as <see cref="Standings{TKey}.StandingOf"/> would give them but in less time: the waits for memory overlap.</summary>
    /// <param name="ids">The members.</param>
    /// <param name="ranks">Receives the rank of each in the same order; 0 for one that is not on the board.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">An id is null.</exception>
    /// <exception cref="ArgumentException">There is not room for as many ranks as there are ids.</exception>
    public void RanksOf(ReadOnlySpan<TKey> ids, Span<int> ranks, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        if (ranks.Length < ids.Length)
            throw new ArgumentException($"{nameof(ranks)} has room for {ranks.Length} of {ids.Length} members.", nameof(ranks));
        EnsureNoNull(ids);

        Span<int> members = stackalloc int[BatchBlock];
        for (var start = 0; start < ids.Length; start += BatchBlock)
        {
            var block = ids.Slice(start, Math.Min(BatchBlock, ids.Length - start));
            Prefetch(block, members);
            for (var index = 0; index < block.Length; index++)
                ranks[start + index] = members[index] == Roster<TKey>.Unknown || IsAside(members[index]) ? 0 : RankOfMember(members[index], style);
        }
    }

    private static void EnsureNoNull(ReadOnlySpan<TKey> ids)
    {
        foreach (var id in ids)
            Guard.Against.Null(id, nameof(ids));
    }

    private void IncrementMany(ReadOnlySpan<TKey> ids, BatchAmounts by)
    {
        EnsureNoNull(ids);
        if (by.CouldOverflow(_order, Turn, _lowestAside, _highestAside))
            by.EnsureSums(ids, _roster.SameId, id => ScoreOf(id) ?? 0, (id, before, amount) => Exactly((Int128)before + amount, id, before));

        Span<int> members = stackalloc int[BatchBlock];
        for (var start = 0; start < ids.Length; start += BatchBlock)
        {
            var block = ids.Slice(start, Math.Min(BatchBlock, ids.Length - start));
            Prefetch(block, members);
            for (var index = 0; index < block.Length; index++)
                Increment(block[index], members[index], by[start + index]);
        }
    }

    private void Increment(TKey id, int member, long by)
    {
        if (member == Roster<TKey>.Unknown)
        {
            // It may have come earlier in the block.
            Increment(id, by);
            return;
        }

        var held = HeldBy(member);
        Write(id, member, in held, held with { Score = Sum(id, held.Score, by) }, onlyIf: default);
    }

    /// <summary>Finds the members of a block of ids and asks for the memory that reading or moving them will touch.</summary>
    private void Prefetch(ReadOnlySpan<TKey> block, Span<int> members)
    {
        _roster.Find(block, members);
        _order.Prefetch(members[..block.Length]);
    }

    private int RankOfMember(int member, RankStyle style) =>
        style == RankStyle.Ordinal ? _order.PlaceOf(member) + 1 : SharedRankOf(new Tie(_order.KeyOf(member), _seconds?.KeyOf(member) ?? 0), style);
}
