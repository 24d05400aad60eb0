namespace CampaignKit.Draws;

/// <summary>One thing that is wrong with the entries of a pool.</summary>
/// <param name="Place">What <paramref name="Position"/> counts: "line" of a file, "entry" of what a program gave, or "entrant", "holder" and "stratum" in byte order.</param>
/// <param name="Position">Where, counted from 1.</param>
/// <param name="Value">The offending text, quoted, shortened, with control characters and broken bytes as codes.</param>
/// <param name="Rule">The rule it breaks.</param>
public sealed record PoolProblem(string Place, int Position, string Value, string Rule)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Place} {Position}: {Value}: {Rule}";
}
