namespace CampaignKit.Leaderboards;

/// <summary>Ids of any type, in a dictionary.</summary>
internal sealed class IdTable<TKey>(IEqualityComparer<TKey>? sameId) : IIdTable<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _numbers = new(sameId);
    private readonly List<TKey> _ids = [];
    private readonly Stack<int> _free = [];

    public TKey this[int number] => _ids[number];

    public TKey Held(int number, TKey asked) => _ids[number];

    public int Find(TKey id) => _numbers.TryGetValue(id, out var number) ? number : Roster<TKey>.Unknown;

    public void Find(ReadOnlySpan<TKey> ids, Span<int> numbers)
    {
        for (var index = 0; index < ids.Length; index++)
            numbers[index] = Find(ids[index]);
    }

    public int Enter(TKey id)
    {
        if (_free.TryPop(out var number))
        {
            _ids[number] = id;
        }
        else
        {
            number = _ids.Count;
            _ids.Add(id);
        }

        _numbers.Add(id, number);
        return number;
    }

    public void Leave(int number)
    {
        _numbers.Remove(_ids[number]);
        _ids[number] = default!;
        _free.Push(number);
    }

    public void Clear()
    {
        _numbers.Clear();
        _ids.Clear();
        _free.Clear();
    }
}
