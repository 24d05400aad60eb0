namespace CampaignKit.Tool.Boards;

/// <summary>A line of a board.</summary>
/// <param name="Rank">The rank; with fractional ranks a multiple of one half.</param>
/// <param name="Id">Whose it is: a member's id, or a team.</param>
/// <param name="Score">The score as a decimal number.</param>
internal readonly record struct BoardEntry(double Rank, string Id, string Score);
