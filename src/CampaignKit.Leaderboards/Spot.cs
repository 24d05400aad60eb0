namespace CampaignKit.Leaderboards;

/// <summary>Where a board found a ranked member. What <paramref name="Member"/> and <paramref name="Shard"/> number is the board's own affair.</summary>
internal readonly record struct Spot<TKey>(TKey Id, long Score, long Second, int Member, int Shard = 0);
