namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// Does a workload's operation once for each member of a stretch.
/// </summary>
/// <returns>
/// For ranks their sum; for top, neighbours and page the sum of all scores listed; for the others any number that depends on the answers.
/// </returns>
internal delegate long Run(Stretch stretch);
