namespace CampaignKit.Leaderboards;

/// <summary>How arrays grow: by an eighth, so that little of them lies idle and growing still costs O(1) an item.</summary>
internal static class Capacity
{
    private const int Least = 16;

    public static int For(int needed, int held) =>
        (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(needed, Least), held + ((long)held / 8)));
}
