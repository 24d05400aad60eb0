namespace CampaignKit.Leaderboards;

/// <summary>Ids of any type and their places, in a hash table with open addressing, at most four fifths full.</summary>
/// <param name="count">How many ids there will be.</param>
/// <param name="sameId">When two ids are the same; the type's own equality if null.</param>
internal sealed class PlacesById<TKey>(int count, IEqualityComparer<TKey>? sameId) : IPlaces<TKey>
    where TKey : notnull
{
    private readonly IEqualityComparer<TKey> _sameId = sameId ?? EqualityComparer<TKey>.Default;

    // Many hash codes, such as an int's, are the value itself: without a secret, outsiders could choose ids that crowd together.
    private readonly SipHash _hash = SipHash.WithSecretKey();
    private readonly TKey[] _ids = new TKey[count];

    // A place and one, so that 0 is an unused slot. Of more ids than four fifths of an array's, the slots are fuller.
    private readonly int[] _slots = new int[(int)Math.Min(Array.MaxLength, (count * 5L / 4) + 1)];
    private int _added;

    public TKey this[int place] => _ids[place];

    public TKey Held(int place, TKey asked) => _ids[place];

    public int Find(TKey id) => _slots[SlotOf(Guard.Against.Null(id))] - 1;

    public bool TryAdd(TKey id)
    {
        ref var slot = ref _slots[SlotOf(id)];
        if (slot > 0)
            return false;

        _ids[_added++] = id;
        slot = _added;
        return true;
    }

    /// <summary>The slot of an id, or the unused one where it would be.</summary>
    private int SlotOf(TKey id)
    {
        var hash = (uint)_hash.Of((uint)_sameId.GetHashCode(id), 0);
        var slot = (int)(((ulong)hash * (uint)_slots.Length) >> 32);
        while (_slots[slot] > 0 && !_sameId.Equals(_ids[_slots[slot] - 1], id))
            slot = slot + 1 == _slots.Length ? 0 : slot + 1;
        return slot;
    }
}
