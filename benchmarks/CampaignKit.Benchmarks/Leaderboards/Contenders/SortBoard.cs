namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Everything sorted and ranked anew after each write, so that questions are lookups. Members are dense numbers.</summary>
internal sealed class SortBoard : IBatchBoard<int>
{
    private const int BitsOfMember = 32;

    private long[] _scores = [];
    private long[] _order = [];
    private int[] _ordinal = [];
    private int[] _competition = [];

    public void Load(ReadOnlySpan<int> keys, ReadOnlySpan<long> scores)
    {
        _scores = new long[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            _scores[keys[i]] = scores[i];
        (_order, _ordinal, _competition) = (new long[keys.Length], new int[keys.Length], new int[keys.Length]);
        Rank();
    }

    public long Update(int key) => UpdateMany([key]);

    public long Rescore(int key, long score)
    {
        _scores[key] = score;
        Rank();
        return _ordinal[key];
    }

    public long UpdateMany(ReadOnlySpan<int> keys)
    {
        foreach (var key in keys)
            _scores[key]++;
        Rank();
        return _ordinal[keys[0]];
    }

    public long OrdinalRank(int key) => _ordinal[key];

    public long CompetitionRank(int key) => _competition[key];

    public long RankOfScore(long score)
    {
        var place = _order.AsSpan().BinarySearch(~score << BitsOfMember);
        return 1 + (place < 0 ? ~place : place);
    }

    public long OrdinalRanks(ReadOnlySpan<int> keys)
    {
        var sum = 0L;
        foreach (var key in keys)
            sum += _ordinal[key];
        return sum;
    }

    public long CompetitionRanks(ReadOnlySpan<int> keys)
    {
        var sum = 0L;
        foreach (var key in keys)
            sum += _competition[key];
        return sum;
    }

    public long Top() => Listed(0, Workloads.PageSize);

    public long Around(int key) =>
        Listed(Math.Clamp(_ordinal[key] - 1 - Workloads.Radius, 0, _order.Length - Workloads.Window), Workloads.Window);

    public long MiddlePage() => Listed(_order.Length / 2, Workloads.PageSize);

    // The complement of the score makes ascending numbers of descending scores.
    private void Rank()
    {
        for (var member = 0; member < _scores.Length; member++)
            _order[member] = (~_scores[member] << BitsOfMember) | (uint)member;
        Array.Sort(_order);

        var rank = 0;
        for (var place = 1; place <= _order.Length; place++)
        {
            var member = (int)_order[place - 1];
            if (place == 1 || _scores[member] != _scores[(int)_order[place - 2]])
                rank = place;
            _ordinal[member] = place;
            _competition[member] = rank;
        }
    }

    private long Listed(int skip, int take)
    {
        var sum = 0L;
        foreach (var key in _order.AsSpan(skip, take))
            sum += ~(key >> BitsOfMember);
        return sum;
    }
}
