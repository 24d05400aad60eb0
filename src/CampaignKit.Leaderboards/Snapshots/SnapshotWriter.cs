using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Writes a snapshot in sealed blocks: after magic and version each block is its length, its bytes and the SHA-256 of the seal before it, the
/// length and the bytes. An empty block ends it, so that none can be lost, changed or put elsewhere unnoticed.
/// </summary>
internal sealed class SnapshotWriter : IDisposable
{
    public const byte Version = 1;
    public const int LongestBlock = 1 << 24;

    private const int FullBlock = 1 << 16;

    private readonly Stream _stream;
    private readonly MemoryStream _block = new();
    private byte[] _seal;

    public SnapshotWriter(Stream stream, SnapshotKind kind)
    {
        _stream = stream;
        Entry = new BinaryWriter(_block, StrictUtf8, leaveOpen: true);
        var head = kind.Head(Version);
        _stream.Write(head);
        _seal = SHA256.HashData(head);
    }

    /// <summary>An encoding that refuses what it cannot give back.</summary>
    public static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where the current entry is written.</summary>
    public BinaryWriter Entry { get; }

    /// <summary>Ends an entry; blocks end where entries do.</summary>
    public void EndEntry()
    {
        if (_block.Length >= FullBlock)
            EndBlock();
    }

    /// <summary>Ends the snapshot.</summary>
    public void End()
    {
        if (_block.Length > 0)
            EndBlock();
        EndBlock();
        _stream.Flush();
    }

    /// <summary>The seal of a block, which depends on all blocks before it.</summary>
    public static byte[] SealOf(ReadOnlySpan<byte> sealBefore, ReadOnlySpan<byte> length, ReadOnlySpan<byte> block)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(sealBefore);
        hash.AppendData(length);
        hash.AppendData(block);
        return hash.GetHashAndReset();
    }

    public void Dispose()
    {
        Entry.Dispose();
        _block.Dispose();
    }

    private void EndBlock()
    {
        if (_block.Length > LongestBlock)
            throw new InvalidOperationException($"An entry of the snapshot is longer than {LongestBlock} bytes.");

        var bytes = _block.GetBuffer().AsSpan(0, (int)_block.Length);
        Span<byte> length = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _seal = SealOf(_seal, length, bytes);
        _stream.Write(length);
        _stream.Write(bytes);
        _stream.Write(_seal);
        _block.SetLength(0);
    }
}
