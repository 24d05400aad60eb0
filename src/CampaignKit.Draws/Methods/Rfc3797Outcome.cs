namespace CampaignKit.Draws;

/// <summary>What <see cref="Rfc3797.Pick"/> gave, with all that a reader needs to follow it by hand.</summary>
/// <param name="Key">The key of the sources, ASCII.</param>
/// <param name="PoolSize">The number of places picked from.</param>
/// <param name="Picks">The picks in order.</param>
public sealed record Rfc3797Outcome(string Key, long PoolSize, IReadOnlyList<Rfc3797Pick> Picks);
