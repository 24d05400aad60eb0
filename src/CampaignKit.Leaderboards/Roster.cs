namespace CampaignKit.Leaderboards;

/// <summary>
/// Who is on the board: gives every member a small dense number for as long as it stays. Numbers of members who left are given out again.
/// </summary>
internal sealed class Roster<TKey>(IEqualityComparer<TKey>? sameId)
    where TKey : notnull
{
    public const int Unknown = -1;

    private readonly Dictionary<TKey, int> _numbers = new(sameId);
    private readonly List<TKey> _ids = [];
    private readonly Stack<int> _free = [];

    public TKey this[int member] => _ids[member];

    public int Find(TKey id) => _numbers.TryGetValue(Guard.Against.Null(id), out var member) ? member : Unknown;

    public int Enter(TKey id)
    {
        if (_free.TryPop(out var member))
        {
            _ids[member] = id;
        }
        else
        {
            member = _ids.Count;
            _ids.Add(id);
        }

        _numbers.Add(id, member);
        return member;
    }

    public void Leave(int member)
    {
        _numbers.Remove(_ids[member]);
        _ids[member] = default!;
        _free.Push(member);
    }

    public void Clear()
    {
        _numbers.Clear();
        _ids.Clear();
        _free.Clear();
    }
}
