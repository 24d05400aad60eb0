namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The right answers, from a sort of everything.</summary>
internal sealed class FullSort
{
    private readonly long[] _scores;
    private readonly int[] _placeOf;
    private readonly long[] _sorted;

    /// <param name="scores">The score of each member.</param>
    /// <param name="turns">When each member reached it.</param>
    /// <param name="ties">How ties are told apart.</param>
    public FullSort(long[] scores, uint[] turns, Ties ties)
    {
        _scores = scores;
        var highest = scores.Max();
        var keys = new long[scores.Length];
        for (var member = 0; member < keys.Length; member++)
        {
            var tie = ties switch
            {
                Ties.EarliestFirst => turns[member],
                Ties.Ascending => (uint)member,
                _ => (uint)(scores.Length - member),
            };
            keys[member] = ((highest - scores[member]) << 32) | tie;
        }

        int[] members = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, members);
        _sorted = Array.ConvertAll(members, member => scores[member]);
        _placeOf = new int[members.Length];
        for (var place = 0; place < members.Length; place++)
            _placeOf[members[place]] = place;
    }

    /// <summary>What a workload has to return; null if it is no question.</summary>
    public long? Answer(Workload workload, Stretch stretch) => workload switch
    {
        Workload.OrdinalRank => Sum(stretch, member => _placeOf[member] + 1),
        Workload.CompetitionRank => Sum(stretch, CompetitionRank),
        Workload.ScoreRank => stretch.Length == 0 ? 0 : stretch.Scores.ToArray().Sum(RankOfScore),
        Workload.Top => Sum(stretch, _ => Listed(0, Workloads.PageSize)),
        Workload.Around => Sum(stretch, member => Listed(Math.Clamp(_placeOf[member] - Workloads.Radius, 0, _sorted.Length - Workloads.Window), Workloads.Window)),
        Workload.MiddlePage => Sum(stretch, _ => Listed(_sorted.Length / 2, Workloads.PageSize)),
        _ => null,
    };

    private static long Sum(Stretch stretch, Func<int, long> answer)
    {
        var sum = 0L;
        foreach (var member in stretch.Members)
            sum += answer(member);
        return sum;
    }

    private long CompetitionRank(int member) => RankOfScore(_scores[member]);

    private long RankOfScore(long score)
    {
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sorted[middle] > score)
                low = middle + 1;
            else
                high = middle;
        }

        return low + 1;
    }

    private long Listed(int skip, int take) => _sorted.AsSpan(skip, take).ToArray().Sum();
}
