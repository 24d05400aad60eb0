using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CampaignKit.Leaderboards;

/// <summary>
/// Which chunks hold those who reached one score, in the order in which they did, and how many live entries each has: beside each other as bytes, so
/// that counting a log up to a chunk reads 64 chunks at once.
/// </summary>
internal sealed class ScoreLog
{
    private const int BlockBits = 6;
    private const int Block = 1 << BlockBits;

    private int[] _chunks = new int[1];
    private byte[] _live = new byte[1];
    private int[] _blocks = new int[1];

    /// <summary>How many chunks the log has had since it was last compacted, those counted that have been given back.</summary>
    public int Length { get; private set; }

    /// <summary>How many chunks there is memory for.</summary>
    public int Capacity => _chunks.Length;

    /// <summary>How many live entries there are.</summary>
    public int Live { get; private set; }

    /// <summary>Where in the entries of all logs the next entry goes; at a chunk's beginning, a chunk must be appended first.</summary>
    public int Next { get; set; }

    /// <summary>Whether the dead entries are so many that moving the live ones together has been paid for by their deaths.</summary>
    public bool IsMostlyDead => Length * (long)Chunk.Entries > (2L * Live) + (2 * Chunk.Entries);

    /// <summary>The chunks by their positions; <see cref="Chunk.None"/> where one was given back.</summary>
    public Span<int> Chunks => _chunks.AsSpan(0, Length);

    /// <summary>The chunk at a position, or <see cref="Chunk.None"/> if it was given back.</summary>
    public int this[int position] => _chunks[position];

    /// <summary>Appends a chunk without live entries.</summary>
    /// <returns>Its position.</returns>
    public int Append(int chunk)
    {
        if (Length == _chunks.Length)
        {
            Array.Resize(ref _chunks, 2 * Length);
            Array.Resize(ref _live, 2 * Length);
            Array.Resize(ref _blocks, ((2 * Length) + Block - 1) >> BlockBits);
        }

        _chunks[Length] = chunk;
        return Length++;
    }

    public void GiveBack(int position) => _chunks[position] = Chunk.None;

    /// <summary>Notes that the chunk at a position has <paramref name="by"/> live entries more.</summary>
    public void Count(int position, int by)
    {
        _live[position] = (byte)(_live[position] + by);
        _blocks[position >> BlockBits] += by;
        Live += by;
    }

    /// <summary>How many live entries the chunks before a position have.</summary>
    public int LiveBefore(int position)
    {
        var block = position >> BlockBits;
        var within = Sum(_live.AsSpan(block << BlockBits, position & (Block - 1)));
        return block == 0 ? within : within + Numbers.Sum(_blocks.AsSpan(0, block));
    }

    /// <summary>The position of the chunk with the live entry that has <paramref name="index"/> live ones before it, and how many of them it has itself.</summary>
    public (int Position, int Within) PositionOf(int index)
    {
        var block = 0;
        while (index >= _blocks[block])
            index -= _blocks[block++];
        var position = block << BlockBits;
        while (index >= _live[position])
            index -= _live[position++];
        return (position, index);
    }

    /// <summary>Forgets the chunks, but leaves their numbers in the memory that <see cref="Chunks"/> gave.</summary>
    public void Clear()
    {
        _live.AsSpan(0, Length).Clear();
        _blocks.AsSpan(0, (Length + Block - 1) >> BlockBits).Clear();
        Length = 0;
        Live = 0;
        Next = 0;
    }

    /// <summary>The sum of less than 64 bytes of at most 64 each: 16-bit lanes hold it.</summary>
    private static int Sum(ReadOnlySpan<byte> numbers)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector128<byte>>(numbers);
        var sums = Vector128<ushort>.Zero;
        foreach (ref readonly var vector in vectors)
        {
            var (low, high) = Vector128.Widen(vector);
            sums += low + high;
        }

        var sum = (int)Vector128.Sum(sums);
        foreach (var number in numbers[(vectors.Length * Vector128<byte>.Count)..])
            sum += number;
        return sum;
    }
}
