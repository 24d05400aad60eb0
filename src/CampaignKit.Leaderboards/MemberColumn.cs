namespace CampaignKit.Leaderboards;

/// <summary>One more value for every member, by its number.</summary>
internal sealed class MemberColumn<T>
{
    private const int InitialCapacity = 16;

    private T[] _values = new T[InitialCapacity];

    public T this[int member]
    {
        get => _values[member];
        set
        {
            if (member >= _values.Length)
                Array.Resize(ref _values, Math.Max(member + 1, 2 * _values.Length));
            _values[member] = value;
        }
    }
}
