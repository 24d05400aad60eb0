using System.IO.Compression;

namespace CampaignKit.Grievances;

/// <summary>
/// Decompresses gzip and refuses a file that is cut short, which <see cref="GZipStream"/> takes for its end. A mark in a member of its own is put
/// behind the file (members one behind the other are one file, RFC 1952): whoever gets there has seen the whole.
/// </summary>
internal sealed class WholeGzipStream(Stream stream) : ForwardStream
{
    private const string Broken = "The compressed data is damaged or cut short.";

    // A file that is cut short makes text of the packed mark: at most 258 bytes of two bits, which must not get out before the end is seen.
    private const int HeldBack = 1 << 16;

    private static readonly byte[] Mark = "end of the file!"u8.ToArray();
    private static readonly byte[] MarkPacked = Pack(Mark);

    private readonly GZipStream _gzip = new(new PeekedStream(stream, leaveOpen: false, MarkPacked), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[2 * HeldBack];
    private int _start;
    private int _end;
    private bool _done;

    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!_done && _end - _start <= HeldBack)
            Fill();

        var length = Math.Min(buffer.Length, _end - _start - (_done ? 0 : HeldBack));
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
        var read = Unpack(_buffer.AsSpan(_end));
        _end += read;
        if (read > 0)
            return;

        if (!_buffer.AsSpan(0, _end).EndsWith(Mark))
            throw new InvalidDataException(Broken);
        _end -= Mark.Length;
        _done = true;
    }

    private int Unpack(Span<byte> into)
    {
        try
        {
            return _gzip.Read(into);
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException(Broken, wrong);
        }
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
