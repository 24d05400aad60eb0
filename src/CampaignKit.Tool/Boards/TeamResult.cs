using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>What a team comes to.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Reached">When it reached that score, in the order of all teams: before the first score below zero, then by the place of the score that made it.</param>
internal readonly record struct TeamResult(TeamScore Score, int Reached);
