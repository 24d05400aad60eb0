namespace CampaignKit.Leaderboards;

public sealed partial class Leaderboard<TKey>
{
    /// <summary>Of how many members the order is asked at once where all are gone through.</summary>
    private const int LongestRun = 512;

    /// <summary>
    /// Takes a member's rank and keeps its score, e.g. of one who opted out or is under review; the others close up. Later writes go on changing
    /// the score.
    /// </summary>
    /// <returns>Whether the member is on the board and was not hidden.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Hide(TKey id) => SetHidden(id, isHidden: true);

    /// <summary>Gives a hidden member its rank back; within its score it stands as one who reached it now.</summary>
    /// <returns>Whether the member is on the board and was hidden.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Show(TKey id) => SetHidden(id, isHidden: false);

    /// <summary>Whether a member is on the board and hidden.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool IsHidden(TKey id) => HeldBy(_roster.Find(id)).IsHidden;

    /// <summary>The ids of all hidden members, in no order; a copy.</summary>
    public IReadOnlyList<TKey> Hidden() => [.. _aside.Where(member => member.Value.IsHidden).Select(member => _roster[member.Key])];

    /// <summary>Takes a member off the board; the others close up. Its revision is forgotten too.</summary>
    /// <returns>Whether the member was on the board.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool Remove(TKey id)
    {
        var member = _roster.Find(id);
        if (member == Roster<TKey>.Unknown)
            return false;

        RemoveMember(member);
        return true;
    }

    /// <summary>Takes all but the first <paramref name="n"/> ranked members in the board's order off the board. Members without a rank stay.</summary>
    /// <returns>How many were taken off.</returns>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative.</exception>
    public int KeepTop(int n)
    {
        Guard.Against.Negative(n);
        var removed = Math.Max(0, Count - n);
        var run = new Seat[Math.Min(removed, LongestRun)];
        while (Count > n)
        {
            var last = run.AsSpan(0, Math.Min(run.Length, Count - n));
            _order.CopyTo(Count - last.Length, last);
            foreach (var seat in last)
                RemoveMember(seat.Member);
        }

        return removed;
    }

    /// <summary>Takes all members off the board.</summary>
    public void Clear() => TakeOver(Empty());

    /// <summary>Replaces all members of the board; the order of the sequence is their order of arrival. O(n log n).</summary>
    /// <param name="members">Ids and scores.</param>
    /// <exception cref="ArgumentNullException">The sequence or an id in it is null; the board is as before.</exception>
    /// <exception cref="ArgumentException">An id comes twice; the board is as before.</exception>
    /// <exception cref="InvalidOperationException">The board has second scores.</exception>
    public void Load(IEnumerable<(TKey Id, long Score)> members) =>
        Load(Counted(Guard.Against.Null(members)), member => (member.Id, Single(member.Score)));

    /// <summary>Replaces all members of the board; the order of the sequence is their order of arrival. O(n log n).</summary>
    /// <param name="members">Ids, scores and second scores.</param>
    /// <exception cref="ArgumentNullException">The sequence or an id in it is null; the board is as before.</exception>
    /// <exception cref="ArgumentException">An id comes twice; the board is as before.</exception>
    /// <exception cref="InvalidOperationException">The board has no second scores.</exception>
    public void Load(IEnumerable<(TKey Id, long Score, long Second)> members) =>
        Load(Counted(Guard.Against.Null(members)), member => (member.Id, Pair(member.Score, member.Second)));

    /// <summary>The ranked members as they stand now, on a board that cannot be written to and takes less memory.</summary>
    public FrozenLeaderboard<TKey> Freeze() => new(this, _sameId);

    /// <summary>The members and how many they are; a sequence that does not know that itself is copied.</summary>
    private static (IEnumerable<T> All, int Count) Counted<T>(IEnumerable<T> members)
    {
        if (members.TryGetNonEnumeratedCount(out var count))
            return (members, count);

        List<T> copy = [.. members];
        return (copy, copy.Count);
    }

    private void Load<T>((IEnumerable<T> All, int Count) members, Func<T, (TKey Id, Aside Scores)> read)
    {
        var loaded = Empty();
        loaded._order.Expect(members.Count);
        foreach (var member in members.All)
        {
            var (id, scores) = read(member);
            if (loaded.Contains(id))
                throw new ArgumentException($"The member {id} comes twice, the second time with the score {scores.Score}.", nameof(members));
            loaded.Enter(id, scores, long.MinValue);
        }

        loaded._order.Expect(0);
        TakeOver(loaded);
    }

    private Leaderboard<TKey> Empty() => new(Options, _sameId, IdOrder);

    /// <summary>Puts what another board of the same options holds in the place of what this one does; the other is done with.</summary>
    internal void TakeOver(Leaderboard<TKey> other)
    {
        _version++;
        (_roster, _order, _seconds, _revisions, _aside) = (other._roster, other._order, other._seconds, other._revisions, other._aside);
        (_lowestAside, _highestAside) = (other._lowestAside, other._highestAside);
    }

    private bool SetHidden(TKey id, bool isHidden)
    {
        var member = _roster.Find(id);
        var held = HeldBy(member);
        if (member == Roster<TKey>.Unknown || held.IsHidden == isHidden)
            return false;

        _version++;
        Reseat(member, held with { IsHidden = isHidden });
        return true;
    }

    private void RemoveMember(int member)
    {
        _version++;
        Unseat(member);
        _roster.Leave(member);
    }
}
