using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The prize is forfeited by the entry that held it, now or before.</summary>
/// <param name="Prize">The prize as it stands now: open to the alternate who was promoted, or nobody's.</param>
/// <param name="IsRepeat">Whether it had been forfeited already.</param>
public sealed record PrizeIsForfeited(Prize Prize, bool IsRepeat) : DrawAnswer;
