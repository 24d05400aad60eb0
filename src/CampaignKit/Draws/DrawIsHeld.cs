using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The draw of a period is held, now or before.</summary>
/// <param name="Transcript">The outcome and all that is needed to check it, but for the pools: they are kept in files beside it.</param>
/// <param name="IsRepeat">Whether it had been held already.</param>
public sealed record DrawIsHeld(Transcript Transcript, bool IsRepeat) : DrawAnswer;
