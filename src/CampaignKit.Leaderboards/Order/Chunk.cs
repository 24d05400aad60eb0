namespace CampaignKit.Leaderboards;

/// <summary>
/// 64 entries of a log, which lie together in the entries of all logs. An entry is live until its member moves on; an unused entry is as good as dead.
/// </summary>
internal struct Chunk
{
    public const int Bits = 6;
    public const int Entries = 1 << Bits;
    public const int None = -1;

    /// <summary>Which entries are live, the first in the lowest bit.</summary>
    public ulong Live;

    /// <summary>The score whose log the chunk belongs to.</summary>
    public int Score;

    /// <summary>Where in its log the chunk stands; of a free chunk, the next free one.</summary>
    public int Position;
}
