using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit;

/// <summary>The outcome of a period's draw is public, now or before.</summary>
/// <param name="Result">The outcome.</param>
/// <param name="At">Since when; prizes are claimed from then on.</param>
/// <param name="IsRepeat">Whether it had been published already.</param>
public sealed record DrawIsPublished(DrawResult Result, Instant At, bool IsRepeat) : DrawAnswer;
