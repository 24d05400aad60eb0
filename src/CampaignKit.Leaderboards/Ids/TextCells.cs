using System.Runtime.CompilerServices;

namespace CampaignKit.Leaderboards;

/// <summary>Texts by number: short ones in cells of their own, so that a number is one step from its text, longer ones one after the other in a row of bytes.</summary>
internal sealed class TextCells
{
    private const int None = -1;

    private TextCell[] _cells = [];
    private int _numbers;
    private int _freeNumber = None;

    private byte[] _row = [];
    private int _rowEnd;
    private int _rowGaps;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            ref readonly var cell = ref _cells[number];
            return cell.IsLong ? _row.AsSpan(cell.Offset, cell.Length) : TextCell.TextOf(_cells.AsSpan(number, 1));
        }
    }

    public bool IsInUse(int number) => (uint)number < (uint)_numbers && !_cells[number].IsFree;

    public TextKey KeyOf(int number) => _cells[number] is { IsShort: true } cell ? new TextKey(cell) : new TextKey(this[number]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(int number, in TextKey key)
    {
        ref readonly var cell = ref _cells[number];
        return key.Cell.IsShort ? cell == key.Cell : cell.IsLong && this[number].SequenceEqual(key.LongText);
    }

    public void Prefetch(int number) => CacheLine.Prefetch(ref _cells[number]);

    /// <summary>Asks for the text behind a cell.</summary>
    public void PrefetchLong(int number)
    {
        if (_cells[number] is { IsLong: true } cell)
            CacheLine.Prefetch(ref _row[cell.Offset]);
    }

    /// <returns>The text's number: the one given back last, or the next.</returns>
    public int Add(in TextKey key)
    {
        var cell = key.Cell.IsShort ? key.Cell : Append(key.LongText);
        var number = _freeNumber;
        if (number != None)
            _freeNumber = _cells[number].NextFree;
        else
            number = NewNumber();

        _cells[number] = cell;
        Count++;
        return number;
    }

    public void Remove(int number)
    {
        if (_cells[number] is { IsLong: true } cell)
            _rowGaps += cell.Length;
        _cells[number] = TextCell.Free(_freeNumber);
        _freeNumber = number;
        Count--;
    }

    public void Clear()
    {
        (_cells, _row) = ([], []);
        (_numbers, _rowEnd, _rowGaps, _freeNumber) = (0, 0, 0, None);
        Count = 0;
    }

    private int NewNumber()
    {
        if (_numbers == _cells.Length)
            Array.Resize(ref _cells, Capacity.For(_numbers + 1, _numbers));
        return _numbers++;
    }

    private TextCell Append(ReadOnlySpan<byte> text)
    {
        if (text.Length > _row.Length - _rowEnd)
            MakeRoom(text.Length);

        text.CopyTo(_row.AsSpan(_rowEnd));
        _rowEnd += text.Length;
        return TextCell.Long(_rowEnd - text.Length, text.Length);
    }

    private void MakeRoom(int bytes)
    {
        var live = _rowEnd - _rowGaps;
        if ((long)live + bytes > Array.MaxLength)
            throw new InvalidOperationException($"Ids of more than {TextCell.MostBytes} bytes would take {(long)live + bytes} bytes; {Array.MaxLength} is the most.");

        // Closing gaps passes over all cells: it waits until that is little beside what it gains, unless there is no room elsewhere.
        var needed = (long)_rowEnd + bytes;
        if (needed > Array.MaxLength || (_rowGaps > live && _rowGaps >= _numbers))
            MoveTogether(Capacity.For(live + bytes, live));
        else
            Array.Resize(ref _row, Capacity.For((int)needed, _row.Length));
    }

    private void MoveTogether(int capacity)
    {
        var row = new byte[capacity];
        var end = 0;
        foreach (ref var cell in _cells.AsSpan(0, _numbers))
        {
            if (!cell.IsLong)
                continue;

            _row.AsSpan(cell.Offset, cell.Length).CopyTo(row.AsSpan(end));
            cell = TextCell.Long(end, cell.Length);
            end += cell.Length;
        }

        (_row, _rowEnd, _rowGaps) = (row, end, 0);
    }
}
