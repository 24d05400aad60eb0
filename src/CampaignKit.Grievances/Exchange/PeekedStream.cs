namespace CampaignKit.Grievances;

/// <summary>A stream whose first bytes can be looked at before it is read, and maybe with more bytes behind its end. Disposing it disposes the stream beneath, unless told to leave it open.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private const int HeadLength = 256;

    private readonly Stream _rest;
    private readonly bool _leaveOpen;
    private readonly MemoryStream _appended;
    private readonly byte[] _head = new byte[HeadLength];
    private readonly int _headEnd;
    private int _at;

    public PeekedStream(Stream stream, bool leaveOpen, byte[]? appended = null)
    {
        _appended = new MemoryStream(appended ?? []);
        _leaveOpen = leaveOpen;
        _rest = stream;
        _headEnd = stream.ReadAtLeast(_head, HeadLength, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes, fewer only if there are no more.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headEnd);

    public override int Read(Span<byte> buffer)
    {
        if (_at == _headEnd)
            return _rest.Read(buffer) is > 0 and var read ? read : _appended.Read(buffer);

        var length = Math.Min(buffer.Length, _headEnd - _at);
        _head.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
            _rest.Dispose();
        base.Dispose(disposing);
    }
}
