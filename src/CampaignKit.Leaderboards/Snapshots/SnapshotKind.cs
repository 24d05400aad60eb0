namespace CampaignKit.Leaderboards;

/// <summary>Which type of board a snapshot is of: what it is called, and the four bytes with which it begins.</summary>
internal sealed record SnapshotKind(string Name, string Magic)
{
    public static SnapshotKind Board { get; } = new("a leaderboard", "CKLB");

    public static SnapshotKind Periods { get; } = new("a leaderboard by period", "CKPB");

    public static SnapshotKind Teams { get; } = new("a leaderboard of teams", "CKTB");

    /// <summary>What a snapshot begins with: the magic and the version.</summary>
    public byte[] Head(byte version) => [.. System.Text.Encoding.ASCII.GetBytes(Magic), version];
}
