using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The prize is claimed by the entry that holds it, now or before.</summary>
/// <param name="Prize">The prize.</param>
/// <param name="IsRepeat">Whether it had been claimed already.</param>
public sealed record PrizeIsClaimed(Prize Prize, bool IsRepeat) : DrawAnswer;
