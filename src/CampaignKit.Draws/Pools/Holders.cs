namespace CampaignKit.Draws;

/// <summary>
/// Who holds each entry of a pool, such as the author of a message: the map by which one prize a person is counted. Published apart from
/// the pool, as lines <c>id ‖ TAB ‖ person</c> with a digest of its own. Immutable, safe from any thread.
/// </summary>
public sealed class Holders
{
    internal Holders(EntrantLines lines) => Lines = lines;

    /// <summary>SHA-256 of the lines in byte order, each ended by a line feed.</summary>
    public Digest Digest => Lines.Digest;

    /// <summary>The number of entries, which is that of the pool.</summary>
    public int Size => Lines.Count;

    internal EntrantLines Lines { get; }
}
