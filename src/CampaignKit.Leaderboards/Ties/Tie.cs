namespace CampaignKit.Leaderboards;

/// <summary>
/// What members that share a rank have in common: the score, and the second score if it parts ties, as keys of which the lesser is better.
/// </summary>
internal readonly record struct Tie(long Key, long SecondKey)
{
    /// <summary>The first tie that a score can have.</summary>
    public static Tie FirstOf(long key) => new(key, long.MinValue);

    /// <summary>The last tie that a score can have.</summary>
    public static Tie LastOf(long key) => new(key, long.MaxValue);

    public bool IsBefore(Tie other) => Key != other.Key ? Key < other.Key : SecondKey < other.SecondKey;
}
