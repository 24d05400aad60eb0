using System.Numerics;

namespace CampaignKit.Grievances;

/// <summary>
/// One number for the group of each case, made of the codes of several columns like the digits of a number, so that groups in the order of their
/// numbers are in the order of their keys.
/// </summary>
/// <remarks>
/// Numbers are worked out block by block when they are asked for, which costs less than to keep them. Where there would be many more numbers than
/// cases, those that occur are numbered anew before the next column joins, and kept.
/// </remarks>
internal sealed class GroupCodes
{
    private const int FewestCodes = 1 << 16;
    private const int BlockLength = 4_096;

    private readonly int _cases;
    private readonly List<Digit> _digits = [];

    // The numbers by the columns that joined before the pending ones, whose codes are still to be added.
    private int[] _codes;
    private readonly List<TextColumn> _pending = [];

    private GroupCodes(int[] codes, int cases, int size) => (_codes, _cases, Size) = (codes, cases, size);

    /// <summary>What all numbers are below.</summary>
    public int Size { get; private set; }

    public static GroupCodes Of(IReadOnlyList<TextColumn> columns, int cases)
    {
        if (columns.Count == 0)
            return new GroupCodes([], cases, 1);

        var groups = new GroupCodes(columns[0].Codes, cases, columns[0].Values.Length);
        foreach (var column in columns.Skip(1))
            groups.Append(column);
        return groups;
    }

    /// <summary>The numbers of the cases' groups, some cases at a time.</summary>
    public BlockEnumerator GetEnumerator() => new(this);

    /// <summary>The codes of the columns in the group of that number.</summary>
    public void Decode(int code, Span<int> columns)
    {
        for (var i = _digits.Count - 1; i >= 0; i--)
        {
            var digit = _digits[i];
            var whole = digit.Occurring is { } occurring ? occurring[code] : code;
            (code, columns[i + 1]) = ((int)(whole / digit.Base), (int)(whole % digit.Base));
        }

        if (columns.Length > 0)
            columns[0] = code;
    }

    private void Append(TextColumn column)
    {
        var values = Math.Max(1, column.Values.Length);
        if ((long)Size * values <= Math.Max(FewestCodes, _cases))
        {
            _digits.Add(new Digit(values, null));
            _pending.Add(column);
            Size *= values;
            return;
        }

        var wholes = new long[_cases];
        foreach (var (start, codes) in this)
        {
            for (var i = 0; i < codes.Length; i++)
                wholes[start + i] = ((long)codes[i] * values) + column.Codes[start + i];
        }

        long[] occurring = [.. wholes.Distinct().Order()];
        var places = new Dictionary<long, int>(occurring.Length);
        foreach (var whole in occurring)
            places.Add(whole, places.Count);
        _codes = Array.ConvertAll(wholes, whole => places[whole]);
        _pending.Clear();
        _digits.Add(new Digit(values, occurring));
        Size = occurring.Length;
    }

    private ReadOnlySpan<int> Read(int start, Span<int> block)
    {
        var length = Math.Min(block.Length, _cases - start);
        if (_codes.Length == 0)
            return block[..length];

        var codes = _codes.AsSpan(start, length);
        foreach (var column in _pending)
        {
            Combine(codes, Math.Max(1, column.Values.Length), column.Codes.AsSpan(start, length), block[..length]);
            codes = block[..length];
        }

        return codes;
    }

    private static void Combine(ReadOnlySpan<int> high, int values, ReadOnlySpan<int> low, Span<int> combined)
    {
        var i = 0;
        for (; i <= combined.Length - Vector<int>.Count; i += Vector<int>.Count)
            ((new Vector<int>(high[i..]) * values) + new Vector<int>(low[i..])).CopyTo(combined[i..]);
        for (; i < combined.Length; i++)
            combined[i] = (high[i] * values) + low[i];
    }

    /// <summary>A column that joined.</summary>
    /// <param name="Base">How many values it has.</param>
    /// <param name="Occurring">The numbers that occur, by their new numbers; null if they stayed as they were.</param>
    private readonly record struct Digit(int Base, long[]? Occurring);

    /// <summary>Goes through the cases in order.</summary>
    public ref struct BlockEnumerator(GroupCodes groups)
    {
        private readonly Span<int> _block = new int[Math.Min(BlockLength, groups._cases)];
        private int _start = -BlockLength;

        public readonly Block Current => new(_start, groups.Read(_start, _block));

        public bool MoveNext() => (_start += BlockLength) < groups._cases;
    }

    /// <summary>Consecutive cases.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="codes">The number of the group of each.</param>
    public readonly ref struct Block(int start, ReadOnlySpan<int> codes)
    {
        private readonly ReadOnlySpan<int> _codes = codes;

        public void Deconstruct(out int first, out ReadOnlySpan<int> numbers)
        {
            first = start;
            numbers = _codes;
        }
    }
}
