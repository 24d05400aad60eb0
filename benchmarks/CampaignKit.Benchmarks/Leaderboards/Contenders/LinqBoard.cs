namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The board that one query makes: ordered at each question. Members are dense numbers.</summary>
internal sealed class LinqBoard : IBoard<int>
{
    private Seated<int>[] _members = [];
    private long _turn;

    private IOrderedEnumerable<Seated<int>> Ordered => _members.OrderByDescending(seat => seat.Score).ThenBy(seat => seat.Turn);

    public void Load(ReadOnlySpan<int> keys, ReadOnlySpan<long> scores)
    {
        _members = new Seated<int>[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            _members[keys[i]] = new Seated<int>(scores[i], _turn++, keys[i]);
    }

    public long Update(int key)
    {
        _members[key] = _members[key] with { Score = _members[key].Score + 1, Turn = _turn++ };
        return _members[key].Score;
    }

    public long Rescore(int key, long score)
    {
        if (_members[key].Score != score)
            _members[key] = _members[key] with { Score = score, Turn = _turn++ };
        return score;
    }

    public long OrdinalRank(int key) => 1 + Ordered.TakeWhile(seat => seat.Id != key).Count();

    public long CompetitionRank(int key) => RankOfScore(_members[key].Score);

    public long RankOfScore(long score) => 1 + _members.Count(seat => seat.Score > score);

    public long Top() => Ordered.Take(Workloads.PageSize).Sum(seat => seat.Score);

    public long Around(int key)
    {
        Seated<int>[] ordered = [.. Ordered];
        var place = Array.FindIndex(ordered, seat => seat.Id == key);
        return ordered.Skip(Math.Clamp(place - Workloads.Radius, 0, ordered.Length - Workloads.Window)).Take(Workloads.Window).Sum(seat => seat.Score);
    }

    public long MiddlePage() => Ordered.Skip(_members.Length / 2).Take(Workloads.PageSize).Sum(seat => seat.Score);
}
