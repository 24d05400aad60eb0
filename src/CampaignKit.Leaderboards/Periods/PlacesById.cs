using System.Numerics;

namespace CampaignKit.Leaderboards;

/// <summary>Finds the place of an id in a list that does not change: a hash table of places with open addressing, at most half full.</summary>
internal sealed class PlacesById<TKey>
    where TKey : notnull
{
    private const int Empty = -1;

    private readonly IEqualityComparer<TKey> _sameId;
    private readonly TKey[] _ids;
    private readonly int[] _table;
    private readonly int _shift;

    public PlacesById(TKey[] ids, IEqualityComparer<TKey>? sameId)
    {
        _sameId = sameId ?? EqualityComparer<TKey>.Default;
        _ids = ids;

        var size = (int)Math.Min(BitOperations.RoundUpToPowerOf2(Math.Max(2, 2u * (uint)ids.Length)), 1u << 30);
        _shift = 32 - BitOperations.Log2((uint)size);
        _table = new int[size];
        _table.AsSpan().Fill(Empty);
        for (var place = 0; place < ids.Length; place++)
            _table[SlotOf(ids[place])] = place;
    }

    /// <summary>The place of an id; negative if it is not in the list.</summary>
    public int Find(TKey id) => _table[SlotOf(Guard.Against.Null(id))];

    private int SlotOf(TKey id)
    {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): many hash codes, such as an int's, are the value itself.
        var slot = (int)((uint)_sameId.GetHashCode(id) * 2_654_435_769u >> _shift);
        while (_table[slot] != Empty && !_sameId.Equals(_ids[_table[slot]], id))
            slot = (slot + 1) & (_table.Length - 1);
        return slot;
    }
}
