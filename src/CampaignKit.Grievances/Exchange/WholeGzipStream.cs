using System.IO.Compression;

namespace CampaignKit.Grievances;

/// <summary>
/// Decompresses gzip and refuses a file that is cut short, which <see cref="GZipStream"/> takes for its end. A mark in a member of its own is put
/// behind the file (members one behind the other are one file, RFC 1952): whoever gets there has seen the whole.
/// </summary>
internal sealed class WholeGzipStream(Stream stream) : ForwardStream
{
    private static readonly byte[] Mark = "end of the file!"u8.ToArray();
    private static readonly byte[] MarkPacked = Pack(Mark);

    private readonly GZipStream _gzip = new(new PeekedStream(stream, leaveOpen: false, MarkPacked), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[1 << 14];
    private int _start;
    private int _end;
    private bool _done;

    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        // The last bytes are held back, for they may be the mark.
        while (!_done && _end - _start <= Mark.Length)
            Fill();

        var length = _done ? 0 : Math.Min(buffer.Length, _end - _start - Mark.Length);
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = _gzip.Read(_buffer.AsSpan(_end));
        _end += read;
        _done = read == 0;
        if (_done && !_buffer.AsSpan(0, _end).SequenceEqual(Mark))
            throw new InvalidDataException("The compressed data is cut short.");
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
