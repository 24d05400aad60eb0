using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

/// <summary>The ids of one block of a batch, each made a text once.</summary>
internal ref struct TextBlock(Span<TextCell> cells, Span<byte> longTexts)
{
    private readonly Span<TextCell> _cells = cells;
    private Span<byte> _longTexts = longTexts;
    private int _end;

    public int Count { get; private set; }

    public readonly TextKey this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref readonly var cell = ref _cells[index];
            return cell.IsShort ? new TextKey(cell) : new TextKey(_longTexts.Slice(cell.Offset, cell.Length));
        }
    }

    public readonly bool IsLong(int index) => _cells[index].IsLong;

    /// <summary>Adds an id if there is room; there always is for the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(string id)
    {
        if (Count == _cells.Length)
            return false;

        if (!TextCell.TryShort(id, out var cell))
        {
            if (!HasRoom(Utf8Text.MostBytes(id.Length)))
                return false;
            cell = Append(Utf8Text.Write(id, _longTexts[_end..]));
        }

        _cells[Count++] = cell;
        return true;
    }

    /// <summary>Adds an id if there is room; there always is for the first.</summary>
    public bool TryAdd(ReadOnlySpan<byte> utf8)
    {
        if (Count == _cells.Length || !HasRoom(utf8.Length))
            return false;

        utf8.CopyTo(_longTexts[_end..]);
        _cells[Count++] = Append(utf8.Length);
        return true;
    }

    public void Clear() => (Count, _end) = (0, 0);

    private bool HasRoom(int bytes)
    {
        if (bytes <= _longTexts.Length - _end)
            return true;
        if (Count > 0)
            return false;

        _longTexts = new byte[bytes];
        return true;
    }

    /// <summary>The cell of the text that stands at the end.</summary>
    private TextCell Append(int length)
    {
        if (length <= TextCell.MostBytes)
            return TextCell.Short(_longTexts.Slice(_end, length));

        _end += length;
        return TextCell.Long(_end - length, length);
    }
}
