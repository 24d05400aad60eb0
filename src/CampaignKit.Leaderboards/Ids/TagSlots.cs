using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Numbers by the tags of their ids, in an open-addressing table. A tag is half of a hash, and the slots stand in its order but for the collisions: so
/// the table grows in one pass that hashes nothing, and who leaves leaves no mark.
/// </summary>
internal sealed class TagSlots
{
    private const int Fewest = 16;

    private Slot[] _slots = new Slot[Fewest];
    private int _used;

    /// <summary>The slot at which a search for a tag begins; it goes on to the next ones as far as an unused one.</summary>
    public int HomeOf(uint tag) => (int)(((ulong)tag * (uint)_slots.Length) >> 32);

    public int Next(int at) => at + 1 == _slots.Length ? 0 : at + 1;

    public ref readonly Slot this[int at] => ref _slots[at];

    public void Prefetch(uint tag) => CacheLine.Prefetch(ref _slots[HomeOf(tag)]);

    /// <summary>A number with a tag, which most often is the one looked for; -1 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstWith(uint tag)
    {
        for (var at = HomeOf(tag); ; at = Next(at))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.IsUnused || slot.Tag == tag)
                return slot.Number;
        }
    }

    /// <summary>Makes room for one more.</summary>
    public void Reserve()
    {
        // Full to four fifths at most, so that a search soon comes to an unused slot.
        if ((_used + 1L) * 5 <= _slots.Length * 4L)
            return;

        var old = _slots;
        _slots = new Slot[(int)Math.Min(Array.MaxLength, (_used + 1L) * 7 / 4)];
        foreach (ref readonly var slot in old.AsSpan())
        {
            if (!slot.IsUnused)
                Place(slot);
        }
    }

    public void Add(uint tag, int number)
    {
        Place(new Slot(tag, number));
        _used++;
    }

    public void Remove(uint tag, int number)
    {
        var at = HomeOf(tag);
        while (_slots[at].Number != number)
            at = Next(at);

        // What a search would not find beyond an unused slot moves up.
        for (var next = Next(at); !_slots[next].IsUnused; next = Next(next))
        {
            if (Distance(HomeOf(_slots[next].Tag), next) < Distance(at, next))
                continue;

            _slots[at] = _slots[next];
            at = next;
        }

        _slots[at] = default;
        _used--;
    }

    public void Clear()
    {
        _slots = new Slot[Fewest];
        _used = 0;
    }

    private void Place(Slot slot)
    {
        var at = HomeOf(slot.Tag);
        while (!_slots[at].IsUnused)
            at = Next(at);
        _slots[at] = slot;
    }

    private int Distance(int from, int to) => to >= from ? to - from : to - from + _slots.Length;

    public readonly struct Slot(uint tag, int number)
    {
        private readonly int _place = number + 1;

        public uint Tag { get; } = tag;

        public bool IsUnused => _place == 0;

        /// <summary>The number; -1 if unused.</summary>
        public int Number => _place - 1;
    }
}
