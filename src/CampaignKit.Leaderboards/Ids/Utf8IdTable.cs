using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Text ids and the small dense numbers they have, 0, 1, 2, ...: what a host with text ids needs beside a <see cref="DenseLeaderboard"/>. A new id has the
/// number given back last, or the next. Two ids are the same if their characters are, or the bytes of their UTF-8.
/// </summary>
/// <remarks>
/// Ids are kept as UTF-8: some 30 bytes for one of up to 15 bytes, and its length besides for a longer one, of which there may be 2,147,483,591 bytes in all.
/// They are found by a keyed hash (SipHash-1-3) whose secret key is the table's own, so ids that outsiders choose can't be made to collide; the key comes
/// from the system's generator and decides nothing but places in memory. Finding and adding take O(1) and allocate nothing for ids of up to 85
/// characters but what the table grows by. The strings read last, some 4,096 of up to 85 characters, are kept to be given out again.
/// Not thread-safe: many threads may find and read at the same time, but not while one adds, removes or clears.
/// </remarks>
public sealed partial class Utf8IdTable : IIdTable<string>
{
    private const int Unknown = Roster<string>.Unknown;
    private const int BufferBytes = 256;

    // Its UTF-8 fits the buffer whatever its characters.
    private const int MostRecentCharacters = BufferBytes / 3;

    private readonly SipHash _hash = SipHash.WithSecretKey();
    private readonly TextCells _texts = new();
    private readonly TagSlots _slots = new();
    private RecentStrings? _recent;

    /// <summary>How many ids there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The id of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No id has the number.</exception>
    public string this[int number]
    {
        get
        {
            EnsureInUse(number);
            return Text(number);
        }
    }

    /// <summary>The number of an id, which it is given if it has none.</summary>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    /// <exception cref="InvalidOperationException">Ids of more than 15 bytes would take more than 2,147,483,591 bytes; the table is as before.</exception>
    [SkipLocalsInit]
    public int Add(string id)
    {
        Guard.Against.Null(id);
        Span<byte> buffer = stackalloc byte[BufferBytes];
        return Add(KeyOf(id, buffer));
    }

    /// <summary>The number of an id, which it is given if it has none.</summary>
    /// <param name="utf8">The id as UTF-8; it is copied.</param>
    /// <exception cref="ArgumentException">The bytes are not valid UTF-8.</exception>
    /// <exception cref="InvalidOperationException">Ids of more than 15 bytes would take more than 2,147,483,591 bytes; the table is as before.</exception>
    public int Add(ReadOnlySpan<byte> utf8) => Add(new TextKey(Valid(utf8, nameof(utf8))));

    /// <summary>Finds the number of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="number">Its number; -1 if it has none.</param>
    /// <returns>Whether it has one.</returns>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool TryFind(string id, out int number)
    {
        number = Find(Guard.Against.Null(id));
        return number != Unknown;
    }

    /// <summary>Finds the number of an id.</summary>
    /// <param name="utf8">The id as UTF-8.</param>
    /// <param name="number">Its number; -1 if it has none.</param>
    /// <returns>Whether it has one.</returns>
    /// <exception cref="ArgumentException">The bytes are not valid UTF-8.</exception>
    public bool TryFind(ReadOnlySpan<byte> utf8, out int number)
    {
        number = Find(new TextKey(Valid(utf8, nameof(utf8))));
        return number != Unknown;
    }

    /// <summary>
    /// The id of a number as UTF-8, where the table keeps it: valid until the next id is added or removed, or all are. Half a surrogate pair in a string,
    /// which has no UTF-8, takes the three bytes that it would have as a character; such an id is found as a string only.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No id has the number.</exception>
    public ReadOnlySpan<byte> Utf8Of(int number)
    {
        EnsureInUse(number);
        return _texts[number];
    }

    /// <summary>Takes an id out; the next new id gets its number, so whatever is kept by numbers must have let go of it.</summary>
    /// <returns>Whether an id had the number.</returns>
    public bool Remove(int number)
    {
        if (!_texts.IsInUse(number))
            return false;

        _slots.Remove(TagOf(_texts.KeyOf(number)), number);
        _texts.Remove(number);
        return true;
    }

    /// <summary>Takes all ids out and gives their memory back; numbers begin at 0 again.</summary>
    public void Clear()
    {
        _texts.Clear();
        _slots.Clear();
        _recent = null;
    }

    string IIdTable<string>.Held(int number, string asked) => asked;

    int IIdTable<string>.Find(string id) => Find(id);

    int IIdTable<string>.Enter(string id) => Add(id);

    void IIdTable<string>.Leave(int number) => Remove(number);

    private static TextKey KeyOf(string id, Span<byte> buffer)
    {
        if (TextCell.TryShort(id, out var cell))
            return new TextKey(cell);

        var most = Utf8Text.MostBytes(id.Length);
        if (most > buffer.Length)
            buffer = new byte[most];
        return new TextKey(buffer[..Utf8Text.Write(id, buffer)]);
    }

    private static ReadOnlySpan<byte> Valid(ReadOnlySpan<byte> utf8, string parameterName) => Utf8.IsValid(utf8)
        ? utf8
        : throw new ArgumentException($"An id of {utf8.Length} bytes is not valid UTF-8.", parameterName);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint TagOf(in TextKey key) => (uint)(key.HashBy(in _hash) >> 32);

    [SkipLocalsInit]
    private int Find(string id)
    {
        Span<byte> buffer = stackalloc byte[BufferBytes];
        return Find(KeyOf(id, buffer));
    }

    private int Find(in TextKey key) => Find(in key, TagOf(in key));

    private int Find(in TextKey key, uint tag)
    {
        for (var at = _slots.HomeOf(tag); ; at = _slots.Next(at))
        {
            ref readonly var slot = ref _slots[at];
            if (slot.IsUnused || (slot.Tag == tag && _texts.Holds(slot.Number, in key)))
                return slot.Number;
        }
    }

    private int Add(in TextKey key)
    {
        var tag = TagOf(in key);
        var number = Find(in key, tag);
        if (number != Unknown)
            return number;

        _slots.Reserve();
        number = _texts.Add(in key);
        _slots.Add(tag, number);
        return number;
    }

    [SkipLocalsInit]
    private string Text(int number)
    {
        Span<byte> buffer = stackalloc byte[BufferBytes];
        var recent = _recent ??= new RecentStrings(this);
        if (recent.First(number) is { } first && _texts.Holds(number, KeyOf(first, buffer)))
            return first;
        if (recent.Second(number) is { } second && _texts.Holds(number, KeyOf(second, buffer)))
            return second;

        var text = Utf8Text.Read(_texts[number]);
        if (text.Length <= MostRecentCharacters)
            recent.Add(number, text);
        return text;
    }

    private void EnsureInUse(int number)
    {
        if (!_texts.IsInUse(number))
            throw new ArgumentOutOfRangeException(nameof(number), number, "No id has this number.");
    }
}
