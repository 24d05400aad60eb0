using System.Runtime.CompilerServices;

namespace CampaignKit.Draws;

/// <summary>
/// Subtrees in the lanes of vectors. A level is a row of blocks, each with as many nodes as there are lanes, and stays so from the leaves to the
/// top: what two blocks hold becomes one block of the next level, without a node ever being put together.
/// </summary>
internal sealed class LaneSubtreeHash<TLanes, TVector> : SubtreeHash
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private const uint NodeBits = 8 * MerkleHash.NodeLength;
    private const uint EndOfMessage = 0x8000_0000;
    private const uint AllButPrefix = uint.MaxValue >> 8;

    private readonly LaneSha256<TLanes, TVector> _sha256 = new(Sha256Block.InitialState);
    private readonly AlignedVectors<TVector> _level = new(MostLeaves / TLanes.Count * Sha256Block.StateWords);
    private readonly TextSlice[] _leaves = new TextSlice[TLanes.Count];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void HashLeaves(EntrantLines lines, int first, int count)
    {
        for (var done = 0; done < count; done += TLanes.Count)
        {
            var leaves = _leaves.AsSpan(0, Math.Min(TLanes.Count, count - done));
            for (var i = 0; i < leaves.Length; i++)
                leaves[i] = lines.WithByteBefore(first + done + i);
            HashLeaves(new MessageGroup(lines.Text, leaves), Nodes(done / TLanes.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void HashPairs(int count)
    {
        // A block may be written over before its last node is moved up.
        Span<TVector> last = stackalloc TVector[Sha256Block.StateWords];
        Nodes((count - 1) / TLanes.Count).CopyTo(last);
        var pairs = count / 2;
        for (var block = 0; block * TLanes.Count < pairs; block++)
            HashPairs(Nodes(2 * block), Nodes((2 * block) + 1), Nodes(block));
        if (count % 2 == 1)
            LaneDigests<TLanes, TVector>.Copy(last, (count - 1) % TLanes.Count, Nodes(pairs / TLanes.Count), pairs % TLanes.Count);
    }

    private protected override void CopyTo(Span<Digest> nodes)
    {
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = LaneDigests<TLanes, TVector>.In(Nodes(i / TLanes.Count), i % TLanes.Count);
    }

    private Span<TVector> Nodes(int block) => _level.Span.Slice(block * Sha256Block.StateWords, Sha256Block.StateWords);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void HashLeaves(MessageGroup leaves, Span<TVector> nodes)
    {
        _sha256.Begin();
        for (var block = 0; block < leaves.Blocks; block++)
        {
            _sha256.Load(leaves, block);
            if (block == 0)
                _sha256.Block[0] = TLanes.And(_sha256.Block[0], TLanes.Create(AllButPrefix));
            _sha256.Compress();
            if (leaves.Blocks == 1)
                _sha256.State.CopyTo(nodes);
            else
                KeepThoseOf(block + 1, leaves, nodes);
        }
    }

    private void KeepThoseOf(int blocks, MessageGroup leaves, Span<TVector> nodes)
    {
        for (var lane = 0; lane < leaves.Count; lane++)
        {
            if (Sha256Block.CountFor(leaves.Slices[lane].Length) == blocks)
                LaneDigests<TLanes, TVector>.Copy(_sha256.State, lane, nodes, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void HashPairs(ReadOnlySpan<TVector> first, ReadOnlySpan<TVector> second, Span<TVector> above)
    {
        // The prefix moves all that follows it on by a byte, and the last byte into a second block.
        var block = _sha256.Block;
        var before = TLanes.Create(MerkleHash.NodePrefix);
        for (var word = 0; word < Sha256Block.StateWords; word++)
        {
            var left = TLanes.Evens(first[word], second[word]);
            block[word] = TLanes.Straddle(before, left);
            before = left;
        }

        for (var word = 0; word < Sha256Block.StateWords; word++)
        {
            var right = TLanes.Odds(first[word], second[word]);
            block[Sha256Block.StateWords + word] = TLanes.Straddle(before, right);
            before = right;
        }

        _sha256.Begin();
        _sha256.Compress();
        block.Clear();
        block[0] = TLanes.Straddle(before, TLanes.Create(EndOfMessage));
        block[^1] = TLanes.Create(NodeBits);
        _sha256.Compress();
        _sha256.State.CopyTo(above);
    }
}
