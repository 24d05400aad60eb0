using System.Buffers.Binary;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>Takes entries in any order, notes what is wrong with each, and sorts them into <see cref="EntrantLines"/>.</summary>
/// <param name="shape">What each line carries.</param>
/// <param name="place">What a position is called in an error: "line" or "entry".</param>
internal sealed class EntrantLinesBuilder(LineShape shape, string place)
{
    private const byte Tab = (byte)'\t';
    private const byte NewLine = (byte)'\n';

    private readonly List<Entry> _entries = [];
    private readonly PoolProblems _problems = new(place);
    private byte[] _text = new byte[1024];
    private int _length;
    private int _position;

    /// <summary>An entry from a program.</summary>
    internal void Add(string id, string? value = null)
    {
        Guard.Against.Null(id);
        value ??= string.Empty;
        Span<byte> idBytes = stackalloc byte[EntrantText.RoomFor(id)];
        Span<byte> valueBytes = stackalloc byte[EntrantText.RoomFor(value)];
        if (EntrantText.Encode(id, ref idBytes) is { } idRule)
            Refuse(Encoding.UTF8.GetBytes(id), idRule);
        else if (EntrantText.Encode(value, ref valueBytes) is { } valueRule)
            Refuse(Encoding.UTF8.GetBytes(value), valueRule);
        else
            Add(idBytes, valueBytes);
    }

    /// <summary>An entry from a file: the line without its ending.</summary>
    internal void AddLine(ReadOnlySpan<byte> line)
    {
        var tab = line.IndexOf(Tab);
        if (line.IsEmpty)
            Refuse(line, "a line is not empty");
        else if (shape.HasValue && tab < 0)
            Refuse(line, "a line is an id, a tab and a value");
        else if (shape.HasValue)
            Add(line[..tab], line[(tab + 1)..]);
        else
            Add(line, default);
    }

    internal void Refuse(ReadOnlySpan<byte> shown, string rule) => _problems.Add(++_position, EntrantText.Show(shown), rule);

    /// <exception cref="PoolFormatException">Something was wrong with an entry, or an id came twice.</exception>
    internal EntrantLines Build()
    {
        var entries = _entries.ToArray();
        var order = new ByteOrder(_text);
        if (!IsSorted(entries, order))
            Array.Sort(entries, order);
        NoteDuplicates(entries);
        _problems.ThrowIfAny();

        var text = new byte[_length];
        var ids = new TextSlice[entries.Length];
        var next = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            _text.AsSpan(entries[i].Id.Start, entries[i].LineLength).CopyTo(text.AsSpan(next));
            ids[i] = entries[i].Id with { Start = next };
            next += entries[i].LineLength;
        }

        return new EntrantLines(text, ids);
    }

    private static bool IsSorted(Entry[] entries, ByteOrder order)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            if (order.Compare(entries[i - 1], entries[i]) > 0)
                return false;
        }

        return true;
    }

    private void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> value)
    {
        if (EntrantText.Problem(id) is { } idRule)
        {
            Refuse(id, idRule);
            return;
        }

        if (shape.Problem(value) is { } valueRule)
        {
            Refuse(value, $"{valueRule} (id {EntrantText.Show(id)})");
            return;
        }

        var start = _length;
        Append(id);
        if (shape.HasValue)
        {
            Append([Tab]);
            Append(value);
        }

        Append([NewLine]);
        _entries.Add(new Entry(Prefix(id), new TextSlice(start, id.Length), _length - start, ++_position));
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _text.Length - _length)
            Array.Resize(ref _text, checked((int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, (long)_length + bytes.Length))));
        bytes.CopyTo(_text.AsSpan(_length));
        _length += bytes.Length;
    }

    private void NoteDuplicates(Entry[] sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            var id = sorted[i].Id.Of(_text);
            if (id.SequenceEqual(sorted[i - 1].Id.Of(_text)))
                _problems.Add(sorted[i].Position, EntrantText.Show(id), $"an id stands once; it stands on {place} {sorted[i - 1].Position} already");
        }
    }

    private static ulong Prefix(ReadOnlySpan<byte> id)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        id[..Math.Min(id.Length, padded.Length)].CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    // The prefix, the id's first eight bytes, settles most comparisons without a jump into the text.
    private readonly record struct Entry(ulong Prefix, TextSlice Id, int LineLength, int Position);

    private sealed class ByteOrder(byte[] text) : IComparer<Entry>
    {
        public int Compare(Entry x, Entry y)
        {
            if (x.Prefix != y.Prefix)
                return x.Prefix < y.Prefix ? -1 : 1;
            var byId = x.Id.Of(text).SequenceCompareTo(y.Id.Of(text));
            return byId != 0 ? byId : x.Position.CompareTo(y.Position);
        }
    }
}
