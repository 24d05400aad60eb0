using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CampaignKit.Leaderboards;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote: no byte of a block is looked at before its seal is found true.</summary>
internal sealed class SnapshotReader : IDisposable
{
    private readonly Stream _stream;
    private readonly MemoryStream _block = new();
    private readonly BinaryReader _entry;
    private byte[] _seal;
    private int _blocks;

    public SnapshotReader(Stream stream, SnapshotKind kind)
    {
        _stream = stream;
        _entry = new BinaryReader(_block, SnapshotWriter.StrictUtf8, leaveOpen: true);

        var expected = kind.Head(SnapshotWriter.Version);
        var head = new byte[expected.Length];
        Fill(head, "the heading");
        if (!head.AsSpan(..^1).SequenceEqual(expected.AsSpan(..^1)))
            throw new InvalidDataException($"This is no snapshot of {kind.Name}: its first bytes are others.");
        if (head[^1] != SnapshotWriter.Version)
            throw new InvalidDataException($"The snapshot is of version {head[^1]}; this reads version {SnapshotWriter.Version}.");
        _seal = SHA256.HashData(head);
    }

    /// <summary>Where the next entry is read.</summary>
    public BinaryReader NextEntry()
    {
        if (_block.Position == _block.Length && !ReadBlock())
            throw new InvalidDataException("The snapshot ends before all of its members.");
        return _entry;
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public void End()
    {
        if (_block.Position < _block.Length || ReadBlock())
            throw new InvalidDataException("The snapshot goes on behind its last member.");
    }

    public void Dispose()
    {
        _entry.Dispose();
        _block.Dispose();
    }

    private bool ReadBlock()
    {
        var part = $"block {++_blocks}";
        var length = new byte[sizeof(int)];
        Fill(length, part);
        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is < 0 or > SnapshotWriter.LongestBlock)
            throw new InvalidDataException($"The snapshot is damaged: {part} gives its length as {size}.");

        var bytes = new byte[size];
        Fill(bytes, part);
        var seal = new byte[_seal.Length];
        Fill(seal, part);
        _seal = SnapshotWriter.SealOf(_seal, length, bytes);
        if (!_seal.AsSpan().SequenceEqual(seal))
            throw new InvalidDataException($"The snapshot is damaged: {part} does not match its SHA-256.");

        _block.SetLength(0);
        _block.Write(bytes);
        _block.Position = 0;
        return size > 0;
    }

    private void Fill(Span<byte> bytes, string part)
    {
        if (_stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException($"The snapshot is cut off within {part}.");
    }
}
