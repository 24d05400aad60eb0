using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The framework's one ordered set that knows places, as a builder that changes in place, beside a dictionary.</summary>
internal sealed class ImmutableSetBoard<TKey> : IBoard<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Seated<TKey>> _members = [];
    private ImmutableSortedSet<Seated<TKey>>.Builder _order = ImmutableSortedSet.CreateBuilder(Seated<TKey>.Order);
    private long _turn;

    public void Load(ReadOnlySpan<TKey> keys, ReadOnlySpan<long> scores)
    {
        var seats = new Seated<TKey>[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            _members.Add(keys[i], seats[i] = new Seated<TKey>(scores[i], _turn++, keys[i]));
        _order = seats.ToImmutableSortedSet(Seated<TKey>.Order).ToBuilder();
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

    public long OrdinalRank(TKey key) => 1 + _order.IndexOf(_members[key]);

    public long CompetitionRank(TKey key) => RankOfScore(_members[key].Score);

    // No member has this turn: what comes back is the complement of where it would stand.
    public long RankOfScore(long score) => 1 + ~_order.IndexOf(new Seated<TKey>(score, -1, default!));

    public long Top() => Listed(0, Workloads.PageSize);

    public long Around(TKey key) =>
        Listed(Math.Clamp(_order.IndexOf(_members[key]) - Workloads.Radius, 0, _order.Count - Workloads.Window), Workloads.Window);

    public long MiddlePage() => Listed(_order.Count / 2, Workloads.PageSize);

    private long Listed(int skip, int take)
    {
        var sum = 0L;
        for (var place = skip; place < skip + take; place++)
            sum += _order[place].Score;
        return sum;
    }

    private long Reseat(ref Seated<TKey> seat, long score)
    {
        _order.Remove(seat);
        seat = seat with { Score = score, Turn = _turn++ };
        _order.Add(seat);
        return score;
    }
}
