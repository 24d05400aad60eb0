using System.Text;

namespace CampaignKit.Tool.Boards;

/// <summary>
/// Ids numbered from 0 in the order in which they come, kept as UTF-8: ten million of ten bytes take a fifth of a gigabyte, less than half of what
/// they would as strings in a dictionary, and the collector has nothing to trace.
/// </summary>
internal sealed class IdTable
{
    public const int Unknown = -1;

    private const int PageBits = 20;
    private const int PageSize = 1 << PageBits;

    private readonly List<byte[]> _pages = [];
    private readonly PagedList<long> _places = new();
    private int _pageUsed = PageSize;

    // The upper half of a slot is the id's hash, the lower its number plus one; 0 is free.
    private ulong[] _slots = new ulong[16];

    public int Count => _places.Count;

    /// <summary>The id of a number.</summary>
    public string this[int number] => Encoding.UTF8.GetString(BytesOf(number));

    /// <summary>The number of an id; <see cref="Unknown"/> if it has not come.</summary>
    public int Find(string id) => Find(Encoding.UTF8.GetBytes(id));

    /// <summary>The number of an id; <see cref="Unknown"/> if it has not come.</summary>
    public int Find(ReadOnlySpan<byte> id) => (int)(uint)_slots[SlotOf(id, HashOf(id))] - 1;

    /// <summary>The number of an id, which is <see cref="Count"/> as it was if the id is new.</summary>
    /// <param name="id">1 to <see cref="IdText.MostBytes"/> bytes.</param>
    public int Enter(ReadOnlySpan<byte> id)
    {
        if (4L * Count >= 3L * _slots.Length)
            Grow();
        var hash = HashOf(id);
        ref var slot = ref _slots[SlotOf(id, hash)];
        if (slot == 0)
        {
            Keep(id);
            slot = ((ulong)hash << 32) | (uint)Count;
        }

        return (int)(uint)slot - 1;
    }

    private static uint HashOf(ReadOnlySpan<byte> id)
    {
        var hash = default(HashCode);
        hash.AddBytes(id);
        return (uint)hash.ToHashCode();
    }

    private int SlotOf(ReadOnlySpan<byte> id, uint hash)
    {
        for (var at = (int)(hash & (uint)(_slots.Length - 1)); ; at = (at + 1) & (_slots.Length - 1))
        {
            var slot = _slots[at];
            if (slot == 0 || ((uint)(slot >> 32) == hash && BytesOf((int)(uint)slot - 1).SequenceEqual(id)))
                return at;
        }
    }

    private ReadOnlySpan<byte> BytesOf(int number)
    {
        var place = _places[number];
        var page = _pages[(int)(place >> PageBits)];
        var from = (int)(place & (PageSize - 1));
        return page.AsSpan(from + 1, page[from] + 1);
    }

    /// <summary>Writes an id, led by a byte for its length less one, onto the last page.</summary>
    private void Keep(ReadOnlySpan<byte> id)
    {
        if (_pageUsed + 1 + id.Length > PageSize)
        {
            _pages.Add(new byte[PageSize]);
            _pageUsed = 0;
        }

        var page = _pages[^1];
        page[_pageUsed] = (byte)(id.Length - 1);
        id.CopyTo(page.AsSpan(_pageUsed + 1));
        _places.Add(((long)(_pages.Count - 1) << PageBits) | (uint)_pageUsed);
        _pageUsed += 1 + id.Length;
    }

    private void Grow()
    {
        var former = _slots;
        _slots = new ulong[2 * former.Length];
        foreach (var slot in former)
        {
            if (slot == 0)
                continue;

            var at = (int)((uint)(slot >> 32) & (uint)(_slots.Length - 1));
            while (_slots[at] != 0)
                at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }
}
