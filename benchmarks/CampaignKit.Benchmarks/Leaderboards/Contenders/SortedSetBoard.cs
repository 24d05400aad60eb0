using System.Runtime.InteropServices;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The board that one writes with what the framework has: a sorted set beside a dictionary. Its rank is a walk from the top.</summary>
internal sealed class SortedSetBoard<TKey> : IBoard<TKey>
    where TKey : notnull
{
    private static readonly Seated<TKey> Last = new(long.MinValue, long.MaxValue, default!);

    private readonly Dictionary<TKey, Seated<TKey>> _members = [];
    private SortedSet<Seated<TKey>> _order = new(Seated<TKey>.Order);
    private long _turn;

    public void Load(ReadOnlySpan<TKey> keys, ReadOnlySpan<long> scores)
    {
        var seats = new Seated<TKey>[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            _members.Add(keys[i], seats[i] = new Seated<TKey>(scores[i], _turn++, keys[i]));
        _order = new SortedSet<Seated<TKey>>(seats, Seated<TKey>.Order);
    }

    public long Update(TKey key)
    {
        ref var seat = ref CollectionsMarshal.GetValueRefOrNullRef(_members, key);
        return Reseat(ref seat, seat.Score + 1);
    }

    public long Rescore(TKey key, long score)
    {
        ref var seat = ref CollectionsMarshal.GetValueRefOrNullRef(_members, key);
        return seat.Score == score ? score : Reseat(ref seat, score);
    }

    public long OrdinalRank(TKey key)
    {
        var turn = _members[key].Turn;
        return 1 + _order.TakeWhile(other => other.Turn != turn).Count();
    }

    public long CompetitionRank(TKey key) => RankOfScore(_members[key].Score);

    public long RankOfScore(long score) => 1 + _order.TakeWhile(other => other.Score > score).Count();

    public long Top() => _order.Take(Workloads.PageSize).Sum(seat => seat.Score);

    public long Around(TKey key)
    {
        var seat = _members[key];
        var before = _order.GetViewBetween(_order.Min, seat).Reverse().Skip(1);
        var from = _order.GetViewBetween(seat, Last);
        long[] worse = [.. from.Take(Workloads.Radius + 1).Select(other => other.Score)];
        long[] better = [.. before.Take(Workloads.Window - worse.Length).Select(other => other.Score)];
        if (better.Length < Workloads.Radius)
            worse = [.. from.Take(Workloads.Window - better.Length).Select(other => other.Score)];
        return worse.Sum() + better.Sum();
    }

    public long MiddlePage() => _order.Skip(_order.Count / 2).Take(Workloads.PageSize).Sum(seat => seat.Score);

    private long Reseat(ref Seated<TKey> seat, long score)
    {
        _order.Remove(seat);
        seat = seat with { Score = score, Turn = _turn++ };
        _order.Add(seat);
        return score;
    }
}
