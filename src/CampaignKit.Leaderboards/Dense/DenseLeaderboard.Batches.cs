namespace CampaignKit.Leaderboards;

/// <summary>Many members at once: the memory of a block of them is asked for before the first is touched, so that the waits overlap.</summary>
public sealed partial class DenseLeaderboard
{
    private const int BatchBlock = 32;

    /// <summary>
    /// Adds the same to the scores of many members, one after the other in the order of the span, as
    /// <see cref="Increment(int, long)"/> would; a member may come more than once. All or nothing.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="by">What is added to each; a negative number takes away.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member is negative, or no array is that long; the board is as before.</exception>
    /// <exception cref="OverflowException">A sum is no 64-bit integer; the board is as before.</exception>
    public void IncrementMany(ReadOnlySpan<int> members, long by = 1) => IncrementMany(members, new BatchAmounts(members.Length, in by));

    /// <summary>
    /// Adds to the scores of many members, one after the other in the order of the span, as <see cref="Increment(int, long)"/> would; a member may come
    /// more than once. All or nothing.
    /// </summary>
    /// <param name="members">The members.</param>
    /// <param name="by">What is added to each, in the same order; negative numbers take away.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member is negative, or no array is that long; the board is as before.</exception>
    /// <exception cref="ArgumentException">There are not as many amounts as members; the board is as before.</exception>
    /// <exception cref="OverflowException">A sum is no 64-bit integer; the board is as before.</exception>
    public void IncrementMany(ReadOnlySpan<int> members, ReadOnlySpan<long> by) => IncrementMany(members, new BatchAmounts(members.Length, by));

    /// <summary>The ranks of many members, as <see cref="RankOf"/> would give them.</summary>
    /// <param name="members">The members.</param>
    /// <param name="ranks">Receives the rank of each in the same order; 0 for one that is not on the board.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentException">There is not room for as many ranks as there are members.</exception>
    public void RanksOf(ReadOnlySpan<int> members, Span<int> ranks, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        if (ranks.Length < members.Length)
            throw new ArgumentException($"{nameof(ranks)} has room for {ranks.Length} of {members.Length} members.", nameof(ranks));

        for (var start = 0; start < members.Length; start += BatchBlock)
        {
            var block = members.Slice(start, Math.Min(BatchBlock, members.Length - start));
            _order.Prefetch(block);
            for (var index = 0; index < block.Length; index++)
                ranks[start + index] = _order.Contains(block[index]) ? RankOfSeated(block[index], style) : 0;
        }
    }

    private void IncrementMany(ReadOnlySpan<int> members, BatchAmounts by)
    {
        foreach (var member in members)
            EnsureNumber(member, nameof(members));
        if (by.CouldOverflow(_order, _turn))
            by.EnsureSums(members, sameId: null, member => ScoreOf(member) ?? 0, (member, before, amount) => Exactly((Int128)before + amount, member, before));

        for (var start = 0; start < members.Length; start += BatchBlock)
        {
            var block = members.Slice(start, Math.Min(BatchBlock, members.Length - start));
            _order.Prefetch(block);
            for (var index = 0; index < block.Length; index++)
                Increment(block[index], by[start + index]);
        }
    }
}
