using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace CampaignKit.Grievances;

/// <summary>
/// Reads UTF-8, with or without its mark at the beginning. Bytes of another encoding end the reading: as replacement characters, different names
/// would become one.
/// </summary>
internal sealed class Utf8Text(Stream stream) : TextReader
{
    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly char[] _chars = new char[1 << 16];
    private int _byteEnd;
    private int _at;
    private int _end;
    private long _passed;
    private long _line = 1;

    public override int Peek() => _at < _end || Fill() ? _chars[_at] : -1;

    public override int Read() => _at < _end || Fill() ? _chars[_at++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_at == _end && !Fill())
            return 0;

        var length = Math.Min(buffer.Length, _end - _at);
        _chars.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        do
        {
            var got = stream.Read(_bytes, _byteEnd, _bytes.Length - _byteEnd);
            _byteEnd += got;
            if (_byteEnd == 0)
                return false;
            Decode(isLast: got == 0);
        }
        while (_at == _end);

        return true;
    }

    private void Decode(bool isLast)
    {
        var bytes = _bytes.AsSpan(0, _byteEnd);
        var status = Utf8.ToUtf16(bytes, _chars, out var used, out _end, replaceInvalidSequences: false, isLast);
        _line += bytes[..used].Count((byte)'\n');
        if (status is OperationStatus.InvalidData || (isLast && used < bytes.Length))
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Line {_line} (byte {_passed + used + 1} of the text) is not UTF-8; convert it."));

        const char mark = '\uFEFF';
        _at = _passed == 0 && _end > 0 && _chars[0] == mark ? 1 : 0;
        bytes[used..].CopyTo(_bytes);
        _byteEnd -= used;
        _passed += used;
    }
}
