using System.Text;

namespace CampaignKit.Draws;

/// <summary>A line of a pool with the hashes that tie it to the root.</summary>
/// <param name="Line">The line without its end: the id, or the id, a tab and the value.</param>
/// <param name="Index">Its place in byte order, from 0.</param>
/// <param name="Path">The hashes beside it, from the leaf up.</param>
public sealed record ProvenLine(string Line, int Index, IReadOnlyList<Digest> Path)
{
    /// <summary>The id of the entrant.</summary>
    public string Id => Line.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab ? Line[..tab] : Line;

    /// <summary>The first thing that keeps the line from being shown to stand in a pool of that root and size; null if it is shown.</summary>
    internal Difference? FirstDifference(Digest root, int size, string path)
    {
        var top = MerkleHash.TopOf(MerkleHash.Leaf(Encoding.UTF8.GetBytes(Line)), Index, size, Path);
        if (top is null)
            return new Difference($"{path}.path", $"the hashes beside line {Index} of {size}", $"{Path.Count} hashes");
        var follows = MerkleHash.Root(size, top.Value);
        return follows == root ? null : new Difference($"{path}.path", $"hashes that lead to the root {root}", $"hashes that lead to {follows}");
    }

    /// <summary>Whether the same line stands at the same place with the same path.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ProvenLine? other) => other is not null && Line == other.Line && Index == other.Index && Path.SequenceEqual(other.Path);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Line, Index);
}
