using System.Buffers.Binary;

namespace CampaignKit.Leaderboards;

/// <summary>Texts one after the other in one row of bytes, each behind its number and its length, and where the text of each number is.</summary>
internal sealed class TextRecords
{
    private const int None = -1;
    private const int MostLengthBytes = 5;

    private byte[] _bytes = [];
    private int _end;
    private int _gaps;

    // Of a number not in use, the complement of the next one, with None behind the last.
    private int[] _offsets = [];
    private int _freeNumber = None;

    /// <summary>How many numbers have ever been given.</summary>
    public int Numbers { get; private set; }

    public int Count { get; private set; }

    public bool IsInUse(int number) => _offsets[number] >= 0;

    public int OffsetOf(int number) => _offsets[number];

    public ReadOnlySpan<byte> TextOf(int number) => TextAt(_offsets[number], out _);

    public ReadOnlySpan<byte> TextAt(int offset, out int number)
    {
        number = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(offset));
        offset += sizeof(int);
        int length = _bytes[offset++];
        if (length >= 0x80)
            length = LongLength(length & 0x7F, ref offset);
        return _bytes.AsSpan(offset, length);
    }

    public void Prefetch(int offset) => CacheLine.Prefetch(ref _bytes[offset]);

    /// <returns>The text's number.</returns>
    public int Add(ReadOnlySpan<byte> text)
    {
        var most = (long)_end + sizeof(int) + MostLengthBytes + text.Length;
        if (most > Array.MaxLength)
            throw new InvalidOperationException($"The ids of a board take more than {Array.MaxLength} bytes.");
        if (most > _bytes.Length)
            Array.Resize(ref _bytes, Capacity.For((int)most, _bytes.Length));

        var number = NewNumber();
        _offsets[number] = _end;
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_end), number);
        _end += sizeof(int);

        var length = (uint)text.Length;
        for (; length >= 0x80; length >>= 7)
            _bytes[_end++] = (byte)(length | 0x80);
        _bytes[_end++] = (byte)length;
        text.CopyTo(_bytes.AsSpan(_end));
        _end += text.Length;
        Count++;
        return number;
    }

    public void Remove(int number)
    {
        _gaps += EndOf(number) - _offsets[number];
        _offsets[number] = ~(_freeNumber + 1);
        _freeNumber = number;
        Count--;
    }

    /// <summary>Moves the texts together if what has left takes half of the row; offsets change.</summary>
    public void CloseGaps()
    {
        if (_gaps <= _end / 2)
            return;

        var (end, closed) = (0, 0);
        while (closed < _end)
        {
            var start = closed;
            closed += TextEnd(start, out var number) - start;
            if (!IsInUse(number) || _offsets[number] != start)
                continue;

            _bytes.AsSpan(start, closed - start).CopyTo(_bytes.AsSpan(end));
            _offsets[number] = end;
            end += closed - start;
        }

        (_end, _gaps) = (end, 0);
        Array.Resize(ref _bytes, Capacity.For(end, end));
    }

    public void Clear()
    {
        _bytes = [];
        _offsets = [];
        (_end, _gaps, _freeNumber) = (0, 0, None);
        (Numbers, Count) = (0, 0);
    }

    private int EndOf(int number) => TextEnd(_offsets[number], out _);

    private int TextEnd(int offset, out int number)
    {
        var text = TextAt(offset, out number);
        var lengthBytes = 1;
        for (var length = text.Length >> 7; length > 0; length >>= 7)
            lengthBytes++;
        return offset + sizeof(int) + lengthBytes + text.Length;
    }

    private int LongLength(int length, ref int offset)
    {
        for (var shift = 7; ; shift += 7)
        {
            int more = _bytes[offset++];
            length |= (more & 0x7F) << shift;
            if (more < 0x80)
                return length;
        }
    }

    private int NewNumber()
    {
        if (_freeNumber != None)
        {
            var free = _freeNumber;
            _freeNumber = ~_offsets[free] - 1;
            return free;
        }

        if (Numbers == _offsets.Length)
            Array.Resize(ref _offsets, Capacity.For(Numbers + 1, Numbers));
        return Numbers++;
    }
}
