namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What a board knows the members of a stretch by.</summary>
internal delegate ReadOnlySpan<TKey> Keys<TKey>(Stretch stretch);
