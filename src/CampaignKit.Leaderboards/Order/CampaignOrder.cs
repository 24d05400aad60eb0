namespace CampaignKit.Leaderboards;

/// <summary>
/// The order with ties earliest first: in logs by score as long as the scores suit them, in a tree for good from the first that does not. Scores from 0
/// to 8,191 always suit; higher ones, up to <see cref="ScoreLogs.MaxScore"/>, while they are at most 8,191 and eight times the members, and there are
/// at most 8,192 different ones and one more for every 32 members. The move is one pass over the members, once in the life of an order, and changes no
/// answer.
/// </summary>
/// <param name="turn">What turns scores into keys and back by exclusive or: 0, or -1 for the complement.</param>
internal sealed class CampaignOrder(long turn) : IMemberOrder
{
    private ScoreLogs? _logs = new(turn);
    private MemberTree<EarliestFirst>? _tree;

    /// <summary>Whether the members are still in logs.</summary>
    public bool IsInLogs => _logs is not null;

    public int Count => _logs is { } logs ? logs.Count : Tree.Count;

    private MemberTree<EarliestFirst> Tree => _tree!;

    public bool Contains(int member) => _logs is { } logs ? logs.Contains(member) : Tree.Contains(member);

    public void Add(int member, long key)
    {
        if (LogsFor(key) is { } logs)
            logs.Add(member, key);
        else
            Tree.Add(member, key);
    }

    public void Move(int member, long key)
    {
        if (LogsFor(key) is { } logs)
            logs.Move(member, key);
        else
            Tree.Move(member, key);
    }

    public void Remove(int member)
    {
        if (_logs is { } logs)
            logs.Remove(member);
        else
            Tree.Remove(member);
    }

    public void Clear()
    {
        _logs = new ScoreLogs(turn);
        _tree = null;
    }

    public long KeyOf(int member) => _logs is { } logs ? logs.KeyOf(member) : Tree.KeyOf(member);

    public int PlaceOf(int member) => _logs is { } logs ? logs.PlaceOf(member) : Tree.PlaceOf(member);

    public int MembersBefore(long key) => _logs is { } logs ? logs.MembersBefore(key) : Tree.MembersBefore(key);

    public int MembersThrough(long key) => _logs is { } logs ? logs.MembersThrough(key) : Tree.MembersThrough(key);

    public int KeysBefore(long key) => _logs is { } logs ? logs.KeysBefore(key) : Tree.KeysBefore(key);

    public void CopyTo(int place, Span<Seat> seats)
    {
        if (_logs is { } logs)
            logs.CopyTo(place, seats);
        else
            Tree.CopyTo(place, seats);
    }

    public void EnsureRoom()
    {
        if (_logs is { } logs)
            logs.EnsureRoom();
        else
            Tree.EnsureRoom();
    }

    public void Expect(int members) => _logs?.Expect(members);

    public void Prefetch(ReadOnlySpan<int> members)
    {
        if (_logs is { } logs)
            logs.Prefetch(members);
        else
            Tree.Prefetch(members);
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
        // The logs stay as they are until the tree is whole.
        var tree = new MemberTree<EarliestFirst>(default);
        Span<Seat> run = stackalloc Seat[64];
        for (var place = 0; place < logs.Count; place += run.Length)
        {
            run = run[..Math.Min(run.Length, logs.Count - place)];
            logs.CopyTo(place, run);
            foreach (var seat in run)
                tree.Add(seat.Member, seat.Key);
        }

        (_tree, _logs) = (tree, null);
    }
}
