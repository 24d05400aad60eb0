using System.Runtime.InteropServices;

namespace CampaignKit.Grievances;

/// <summary>Gives each text a number and each row the number of its text.</summary>
internal sealed class TextCodes
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [];
    private readonly List<int> _rows = [];

    public TextCodes() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    public int CodeOf(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var code))
            return code;

        var added = text.ToString();
        _codes.Add(added, _texts.Count);
        _texts.Add(added);
        return _texts.Count - 1;
    }

    public void Add(int code) => _rows.Add(code);

    /// <summary>The rows so far, with the texts in ordinal order, so that codes compare as texts do.</summary>
    public TextColumn ToColumn()
    {
        int[] order = [.. Enumerable.Range(0, _texts.Count)];
        Array.Sort(order, (one, other) => string.CompareOrdinal(_texts[one], _texts[other]));
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            place[order[i]] = i;

        var rows = CollectionsMarshal.AsSpan(_rows);
        var codes = new int[rows.Length];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = place[rows[i]];
        return new TextColumn(Array.ConvertAll(order, i => _texts[i]), codes);
    }
}
