namespace CampaignKit.Leaderboards;

/// <summary>
/// Several boards asked as one: members are spread over shards, each on one of them, and ranks, pages and counts are those of a single board with
/// all of them. Holds nothing itself, so it is up to date with every write to a shard.
/// </summary>
/// <remarks>
/// Ties go over shards by id or by second score as on one board. What remains tied stands by shard, in the order given, and within a shard by its
/// own order: shards do not know which of them was reached first. A host that does gives every write a sequence number as its second score
/// (<see cref="TieOrder.BySecondScore"/>, ascending, <see cref="LeaderboardOptions.RanksBySecondScore"/> false) and has the order of one board,
/// earliest first. A question costs what it costs on a shard times the number of shards, pages and ordinal ranks times its square; dense ranks
/// are not additive, so that they cost a step for every different score that is better.
/// Not thread-safe: the shards may be read at the same time, but not while one is written to.
/// </remarks>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public sealed class MergedLeaderboard<TKey> : Standings<TKey>
    where TKey : notnull
{
    private readonly Standings<TKey>[] _shards;

    /// <summary>The boards as one.</summary>
    /// <param name="shards">The boards, at least one, all with the same options; no member is on two of them.</param>
    /// <exception cref="ArgumentNullException">The shards are null.</exception>
    /// <exception cref="ArgumentException">There is no shard, one is null or there twice, or one has other options than the first, or another order of ids where ties go by id.</exception>
    public MergedLeaderboard(params IReadOnlyList<Standings<TKey>> shards)
        : base(First(shards).Options, shards[0].IdOrder)
    {
        _shards = [.. shards];
        for (var shard = 1; shard < _shards.Length; shard++)
        {
            if (Array.IndexOf(_shards, _shards[shard]) is var same && same < shard)
                throw new ArgumentException($"Shard {shard} is the same board as shard {same}.", nameof(shards));
            if (_shards[shard].Options != Options)
                throw new ArgumentException($"Shard {shard} has other options than shard 0: {_shards[shard].Options}, not {Options}.", nameof(shards));
            if (Options.Ties == TieOrder.ById && !Equals(_shards[shard].IdOrder, IdOrder))
                throw new ArgumentException($"Shard {shard} has another order of ids than shard 0, and ties go by id: give all shards the same idOrder.", nameof(shards));
        }
    }

    /// <inheritdoc/>
    public override int Count => checked(_shards.Sum(shard => shard.Count));

    internal override int Version => unchecked(_shards.Aggregate(0, (sum, shard) => sum + shard.Version));

    /// <inheritdoc/>
    public override long? ScoreOf(TKey id) => _shards.Select(shard => shard.ScoreOf(id)).FirstOrDefault(score => score is not null);

    /// <inheritdoc/>
    public override bool Contains(TKey id) => _shards.Any(shard => shard.Contains(id));

    internal override bool TryFind(TKey id, out Spot<TKey> spot)
    {
        for (var shard = 0; shard < _shards.Length; shard++)
        {
            if (_shards[shard].TryFind(id, out var found))
            {
                spot = found with { Member = _shards[shard].PlaceOf(in found), Shard = shard };
                return true;
            }
        }

        spot = default;
        return false;
    }

    internal override int PlaceOf(in Spot<TKey> spot) =>
        PlaceOf(spot.Shard, spot.Member, new Standing<TKey>(0, spot.Score, spot.Id) { Second = spot.Second });

    internal override int MembersBefore(Tie tie) => _shards.Sum(shard => shard.MembersBefore(tie));

    internal override int MembersThrough(Tie tie) => _shards.Sum(shard => shard.MembersThrough(tie));

    internal override int TiesBefore(Tie tie)
    {
        var next = new int[_shards.Length];
        var ends = Array.ConvertAll(_shards, shard => shard.MembersBefore(tie));
        for (var ties = 0; ; ties++)
        {
            Tie? best = null;
            for (var shard = 0; shard < next.Length; shard++)
            {
                if (next[shard] < ends[shard] && TieOf(StandingAt(shard, next[shard])) is var head && (best is null || head.IsBefore(best.Value)))
                    best = head;
            }

            if (best is null)
                return ties;
            for (var shard = 0; shard < next.Length; shard++)
                next[shard] = _shards[shard].MembersThrough(best.Value);
        }
    }

    internal override void Fill(int place, Span<Standing<TKey>> standings)
    {
        var next = new int[_shards.Length];
        for (var shard = 0; shard < next.Length; shard++)
            next[shard] = FirstFrom(shard, place);

        var heads = new Standing<TKey>?[_shards.Length];
        for (var filled = 0; filled < standings.Length; filled++)
        {
            var first = -1;
            for (var shard = 0; shard < next.Length; shard++)
            {
                if (heads[shard] is null && next[shard] < _shards[shard].Count)
                    heads[shard] = StandingAt(shard, next[shard]);
                if (heads[shard] is { } head && (first < 0 || Compare(head, heads[first]!.Value) < 0))
                    first = shard;
            }

            standings[filled] = heads[first]!.Value;
            heads[first] = null;
            next[first]++;
        }
    }

    private static Standings<TKey> First(IReadOnlyList<Standings<TKey>> shards)
    {
        if (Guard.Against.Null(shards).Count == 0)
            throw new ArgumentException("There is no shard.", nameof(shards));
        for (var shard = 0; shard < shards.Count; shard++)
        {
            if (shards[shard] is null)
                throw new ArgumentException($"Shard {shard} is null.", nameof(shards));
        }

        return shards[0];
    }

    private Standing<TKey> StandingAt(int shard, int place)
    {
        var standing = default(Standing<TKey>);
        _shards[shard].Fill(place, new Span<Standing<TKey>>(ref standing));
        return standing;
    }

    /// <summary>The first place of a shard whose member stands at <paramref name="place"/> or behind it among all.</summary>
    private int FirstFrom(int shard, int place)
    {
        var (low, high) = (0, _shards[shard].Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (PlaceOf(shard, middle, StandingAt(shard, middle)) < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The place among all of the member at a place of a shard.</summary>
    private int PlaceOf(int shard, int place, Standing<TKey> standing)
    {
        for (var (other, own) = (0, shard); other < _shards.Length; other++)
        {
            if (other != own)
                place += CountBefore(other, own, in standing);
        }

        return place;
    }

    /// <summary>How many members of a shard stand before a member of another.</summary>
    private int CountBefore(int shard, int own, in Standing<TKey> standing)
    {
        var key = KeyOf(standing.Score);
        var low = _shards[shard].MembersBefore(Tie.FirstOf(key));
        var high = _shards[shard].MembersThrough(Tie.LastOf(key));
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var compared = Compare(StandingAt(shard, middle), standing);
            if (compared < 0 || (compared == 0 && shard < own))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The order of members of different shards, as far as the shards know it.</summary>
    private int Compare(in Standing<TKey> left, in Standing<TKey> right)
    {
        if (left.Score != right.Score)
            return KeyOf(left.Score).CompareTo(KeyOf(right.Score));
        if (Options.HasSecondScores)
            return SecondKeyOf(left.Second).CompareTo(SecondKeyOf(right.Second));
        return Options.Ties == TieOrder.ById ? IdOrder!.Compare(left.Id, right.Id) : 0;
    }
}
