using System.Numerics;

namespace CampaignKit.Grievances;

/// <summary>
/// One number for the group of each case, made of the codes of several columns like the digits of a number, so that groups in the order of their
/// numbers are in the order of their keys.
/// </summary>
/// <remarks>Where there would be many more numbers than cases, those that occur are numbered anew before the next column joins.</remarks>
internal sealed class GroupCodes
{
    private const int FewestCodes = 1 << 16;

    private readonly List<Digit> _digits = [];

    private GroupCodes(int[] codes, int size)
    {
        Codes = codes;
        Size = size;
    }

    /// <summary>The number of each case's group.</summary>
    public int[] Codes { get; private set; }

    /// <summary>What all numbers are below.</summary>
    public int Size { get; private set; }

    public static GroupCodes Of(IReadOnlyList<TextColumn> columns, int cases)
    {
        if (columns.Count == 0)
            return new GroupCodes(new int[cases], 1);

        var groups = new GroupCodes(columns[0].Codes, columns[0].Values.Length);
        foreach (var column in columns.Skip(1))
            groups.Append(column);
        return groups;
    }

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
        var combined = new int[Codes.Length];
        if ((long)Size * values <= Math.Max(FewestCodes, Codes.Length))
        {
            Combine(Codes, values, column.Codes, combined);
            _digits.Add(new Digit(values, null));
            (Codes, Size) = (combined, Size * values);
            return;
        }

        var wholes = new long[Codes.Length];
        for (var i = 0; i < wholes.Length; i++)
            wholes[i] = ((long)Codes[i] * values) + column.Codes[i];
        long[] occurring = [.. wholes.Distinct().Order()];
        var places = new Dictionary<long, int>(occurring.Length);
        foreach (var whole in occurring)
            places.Add(whole, places.Count);
        for (var i = 0; i < wholes.Length; i++)
            combined[i] = places[wholes[i]];
        _digits.Add(new Digit(values, occurring));
        (Codes, Size) = (combined, occurring.Length);
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
}
