namespace CampaignKit.Draws;

/// <summary>Subtrees node by node through the platform's SHA-256, for machines without wide vectors.</summary>
internal sealed class PlatformSubtreeHash : SubtreeHash
{
    private readonly Digest[] _level = new Digest[MostLeaves];

    private protected override void HashLeaves(EntrantLines lines, int first, int count)
    {
        for (var i = 0; i < count; i++)
            _level[i] = MerkleHash.Leaf(lines.Line(first + i));
    }

    // A level is written over the one below, behind what is still to be read of it.
    private protected override void HashPairs(int count) => MerkleHash.Above(_level.AsSpan(0, count), _level.AsSpan(0, (count + 1) / 2));

    private protected override void CopyTo(Span<Digest> nodes) => _level.AsSpan(0, nodes.Length).CopyTo(nodes);
}
