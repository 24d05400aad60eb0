using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The draw of a period is held, now or before.</summary>
/// <param name="Result">The outcome and all that is needed to check it; <see cref="DrawFolder"/> writes it for publication.</param>
/// <param name="IsRepeat">Whether it had been held already.</param>
public sealed record DrawIsHeld(DrawResult Result, bool IsRepeat) : DrawAnswer;
