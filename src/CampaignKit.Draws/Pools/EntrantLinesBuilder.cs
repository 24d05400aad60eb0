using System.Runtime.InteropServices;
using System.Text;

namespace CampaignKit.Draws;

/// <summary>Takes entries in any order, notes what is wrong with each, and sorts them into <see cref="EntrantLines"/>.</summary>
/// <param name="shape">What each line carries.</param>
/// <param name="place">What a position is called in an error: "line" or "entry".</param>
internal sealed class EntrantLinesBuilder(LineShape shape, string place)
{
    private const byte Tab = (byte)'\t';
    private const byte NewLine = (byte)'\n';

    private readonly List<TextSlice> _ids = [];
    private readonly List<int> _refused = [];
    private readonly PoolProblems _problems = new();
    private byte[] _text = new byte[1024];
    private int _length;
    private int _position;
    private long _tickets;

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

    internal void Refuse(ReadOnlySpan<byte> shown, string rule)
    {
        _problems.Add(place, ++_position, EntrantText.Show(shown), rule);
        _refused.Add(_position);
    }

    /// <exception cref="PoolFormatException">Something was wrong with an entry, or an id came twice.</exception>
    internal EntrantLines Build()
    {
        var ids = CollectionsMarshal.AsSpan(_ids);
        var order = ByteOrder.Of(_text.AsSpan(0, _length), ids);
        var (text, sorted) = order is null ? (_text[.._length], ids.ToArray()) : InOrder(ids, order);
        NoteDuplicates(text, sorted, order);
        _problems.ThrowIfAny();
        return new EntrantLines(text, sorted);
    }

    private (byte[] Text, TextSlice[] Ids) InOrder(ReadOnlySpan<TextSlice> ids, int[] order)
    {
        var text = new byte[_length];
        var sorted = new TextSlice[order.Length];
        var next = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var id = ids[order[i]];
            var end = order[i] + 1 < ids.Length ? ids[order[i] + 1].Start : _length;
            _text.AsSpan(id.Start, end - id.Start).CopyTo(text.AsSpan(next));
            sorted[i] = id with { Start = next };
            next += end - id.Start;
        }

        return (text, sorted);
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

        var before = _tickets;
        _tickets += shape.Tickets(value);
        if (before <= Pool.MaxTotalWeight && _tickets > Pool.MaxTotalWeight)
        {
            Refuse(value, $"all weights together are at most {Pool.MaxTotalWeight}; up to this one (id {EntrantText.Show(id)}) they are {_tickets}");
            return;
        }

        _ids.Add(new TextSlice(_length, id.Length));
        _position++;
        var line = Append(id.Length + (shape.HasValue ? 1 + value.Length : 0) + 1);
        id.CopyTo(line);
        if (shape.HasValue)
        {
            line[id.Length] = Tab;
            value.CopyTo(line[(id.Length + 1)..]);
        }

        line[^1] = NewLine;
    }

    /// <summary>Room for so many bytes behind the text.</summary>
    private Span<byte> Append(int length)
    {
        if (length > _text.Length - _length)
            Array.Resize(ref _text, checked((int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, (long)_length + length))));
        _length += length;
        return _text.AsSpan(_length - length, length);
    }

    private void NoteDuplicates(ReadOnlySpan<byte> text, ReadOnlySpan<TextSlice> sorted, int[]? order)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            var id = sorted[i].Of(text);
            if (!id.SequenceEqual(sorted[i - 1].Of(text)))
                continue;
            var (before, now) = order is null ? (i - 1, i) : (order[i - 1], order[i]);
            _problems.Add(place, PositionOf(now), EntrantText.Show(id), $"an id stands once; it stands on {place} {PositionOf(before)} already");
        }
    }

    // Positions count those refused too. Each of these moves on the entries behind it: the ones before an entry are found by bisection.
    private int PositionOf(int index)
    {
        var (low, high) = (0, _refused.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_refused[middle] - middle <= index + 1)
                low = middle + 1;
            else
                high = middle;
        }

        return index + 1 + low;
    }
}
