namespace CampaignKit.Grievances;

/// <summary>Groups made fit for publication by a <see cref="GroupThreshold"/>.</summary>
/// <param name="Groups">The groups to publish, in the order given, the merged one last.</param>
/// <param name="Names">The groups that were merged, in the order given. Not for publication where a small group must not be named.</param>
/// <param name="Total">The true total; null if it is withheld.</param>
public sealed record MergedGroups(IReadOnlyList<KeyValuePair<string, long>> Groups, IReadOnlyList<string> Names, long? Total);
