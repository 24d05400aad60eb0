using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Ids that are text: as UTF-8, one after the other in one row of bytes, found by an open-addressing table whose slots hold a part of the hash, so that a
/// look-up goes to a slot and from there to the id. The hash has a secret key of the table's own: ids that outsiders choose can't be made to collide.
/// Some 30 bytes an id of ten characters. At most 2 GB of ids.
/// </summary>
internal sealed class TextTable : IIdTable<string>
{
    private const int ShortText = 256;
    private const int FewestSlots = 16;
    private const int FindBlock = 32;

    private readonly SipHash _hash = SipHash.WithSecretKey();
    private readonly TextRecords _records = new();
    private Slot[] _slots = new Slot[FewestSlots];
    private int _usedSlots;

    public int Count => _records.Count;

    public string this[int number] => Utf8Text.Read(_records.TextOf(number));

    [SkipLocalsInit]
    public int Find(string id)
    {
        Span<byte> buffer = stackalloc byte[ShortText];
        return Find(Bytes(id, buffer));
    }

    public int Find(ReadOnlySpan<byte> id) => Find(id, _hash.Of(id));

    [SkipLocalsInit]
    public void Find(ReadOnlySpan<string> ids, Span<int> numbers)
    {
        Span<byte> buffer = stackalloc byte[ShortText];
        Span<ulong> hashes = stackalloc ulong[FindBlock];
        for (var start = 0; start < ids.Length; start += FindBlock)
        {
            var block = ids.Slice(start, Math.Min(FindBlock, ids.Length - start));
            for (var index = 0; index < block.Length; index++)
            {
                hashes[index] = _hash.Of(Bytes(block[index], buffer));
                CacheLine.Prefetch(ref _slots[HomeOf(hashes[index])]);
            }

            foreach (var hash in hashes[..block.Length])
                PrefetchRecord(hash);
            for (var index = 0; index < block.Length; index++)
                numbers[start + index] = Find(Bytes(block[index], buffer), hashes[index]);
        }
    }

    [SkipLocalsInit]
    public int Enter(string id)
    {
        Span<byte> buffer = stackalloc byte[ShortText];
        return Enter(Bytes(id, buffer));
    }

    /// <summary>Gives a number to an id that has none.</summary>
    public int Enter(ReadOnlySpan<byte> id)
    {
        // Full to four fifths at most, so that a search soon comes to an unused slot.
        if ((_usedSlots + 1L) * 5 > _slots.Length * 4L)
            Rebuild();

        var number = _records.Add(id);
        Take(_hash.Of(id), _records.OffsetOf(number));
        return number;
    }

    public void Leave(int number)
    {
        var offset = _records.OffsetOf(number);
        var at = HomeOf(_hash.Of(_records.TextOf(number)));
        while (!_slots[at].Holds(offset))
            at = Next(at);

        // Not unused again: a search for an id behind it must go on here.
        _slots[at] = Slot.Left;
        _records.Remove(number);
    }

    public void Clear()
    {
        _records.Clear();
        _slots = new Slot[FewestSlots];
        _usedSlots = 0;
    }

    private static ReadOnlySpan<byte> Bytes(string id, Span<byte> buffer)
    {
        var most = Utf8Text.MostBytes(id.Length);
        if (most > buffer.Length)
            buffer = new byte[most];
        return buffer[..Utf8Text.Write(id, buffer)];
    }

    private int Find(ReadOnlySpan<byte> id, ulong hash)
    {
        for (var at = HomeOf(hash); ; at = Next(at))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.IsUnused)
                return Roster<string>.Unknown;
            if (slot.MayHold(hash) && _records.TextAt(slot.Offset, out var number).SequenceEqual(id))
                return number;
        }
    }

    private void PrefetchRecord(ulong hash)
    {
        for (var at = HomeOf(hash); !_slots[at].IsUnused; at = Next(at))
        {
            if (!_slots[at].MayHold(hash))
                continue;

            _records.Prefetch(_slots[at].Offset);
            return;
        }
    }

    private void Take(ulong hash, int offset)
    {
        var at = HomeOf(hash);
        while (!_slots[at].IsUnused)
            at = Next(at);
        _slots[at] = new Slot(hash, offset);
        _usedSlots++;
    }

    /// <summary>Makes a table of the right size, without what has left.</summary>
    private void Rebuild()
    {
        _records.CloseGaps();
        _slots = new Slot[Math.Max(FewestSlots, (int)Math.Min(Array.MaxLength, (_records.Count + 1L) * 7 / 4))];
        _usedSlots = 0;
        for (var number = 0; number < _records.Numbers; number++)
        {
            if (_records.IsInUse(number))
                Take(_hash.Of(_records.TextOf(number)), _records.OffsetOf(number));
        }
    }

    private int HomeOf(ulong hash) => (int)(((hash >> 32) * (ulong)_slots.Length) >> 32);

    private int Next(int at) => at + 1 == _slots.Length ? 0 : at + 1;

    /// <summary>Where an id may be: the lower half of its hash (the upper half chooses the slot) and the offset of its record, plus one.</summary>
    private readonly struct Slot
    {
        private const int LeftMark = -1;

        private readonly uint _tag;
        private readonly int _place;

        public Slot(ulong hash, int offset)
        {
            _tag = (uint)hash;
            _place = offset + 1;
        }

        private Slot(int place) => _place = place;

        /// <summary>The slot of an id that has left.</summary>
        public static Slot Left => new(LeftMark);

        public bool IsUnused => _place == 0;

        public int Offset => _place - 1;

        public bool MayHold(ulong hash) => _tag == (uint)hash && _place > 0;

        public bool Holds(int offset) => _place == offset + 1;
    }
}
