namespace CampaignKit.Leaderboards;

/// <summary>
/// The order with ties earliest first: in logs by score as long as the scores suit them, in a tree for good from the first that does not. Scores from 0
/// to 8,191 always suit; higher ones, up to <see cref="ScoreLogs.MaxScore"/>, while they are at most eight times the members and many are shared. The
/// move is one pass over the members, once in the life of an order, and changes no answer.
/// </summary>
/// <param name="turn">What turns scores into keys and back by exclusive or: 0, or -1 for the complement.</param>
internal sealed class CampaignOrder(long turn) : IMemberOrder
{
    private ScoreLogs? _logs = new(turn);
    private MemberTree<EarliestFirst> _tree = new(default);

    /// <summary>Whether the members are still in logs.</summary>
    public bool IsInLogs => _logs is not null;

    public int Count => _logs is { } logs ? logs.Count : _tree.Count;

    public bool Contains(int member) => _logs is { } logs ? logs.Contains(member) : _tree.Contains(member);

    public void Add(int member, long key)
    {
        if (LogsFor(key) is { } logs)
            logs.Add(member, key);
        else
            _tree.Add(member, key);
    }

    public void Move(int member, long key)
    {
        if (LogsFor(key) is { } logs)
            logs.Move(member, key);
        else
            _tree.Move(member, key);
    }

    public void Remove(int member)
    {
        if (_logs is { } logs)
            logs.Remove(member);
        else
            _tree.Remove(member);
    }

    public void Clear()
    {
        _tree = new MemberTree<EarliestFirst>(default);
        _logs = new ScoreLogs(turn);
    }

    public long KeyOf(int member) => _logs is { } logs ? logs.KeyOf(member) : _tree.KeyOf(member);

    public int PlaceOf(int member) => _logs is { } logs ? logs.PlaceOf(member) : _tree.PlaceOf(member);

    public int MembersBefore(long key) => _logs is { } logs ? logs.MembersBefore(key) : _tree.MembersBefore(key);

    public int MembersThrough(long key) => _logs is { } logs ? logs.MembersThrough(key) : _tree.MembersThrough(key);

    public int KeysBefore(long key) => _logs is { } logs ? logs.KeysBefore(key) : _tree.KeysBefore(key);

    public void CopyTo(int place, Span<Seat> seats)
    {
        if (_logs is { } logs)
            logs.CopyTo(place, seats);
        else
            _tree.CopyTo(place, seats);
    }

    public void Prefetch(ReadOnlySpan<int> members)
    {
        if (_logs is { } logs)
            logs.Prefetch(members);
        else
            _tree.Prefetch(members);
    }

    /// <summary>The logs, if they can take this key; if they cannot, they are left for the tree.</summary>
    private ScoreLogs? LogsFor(long key)
    {
        if (_logs is not { } logs || (logs.Takes(key) && !logs.IsTooSparse))
            return _logs;

        MoveToTree(logs);
        return null;
    }

    private void MoveToTree(ScoreLogs logs)
    {
        Span<Seat> run = stackalloc Seat[64];
        for (var place = 0; place < logs.Count; place += run.Length)
        {
            run = run[..Math.Min(run.Length, logs.Count - place)];
            logs.CopyTo(place, run);
            foreach (var seat in run)
                _tree.Add(seat.Member, seat.Key);
        }

        _logs = null;
    }
}
