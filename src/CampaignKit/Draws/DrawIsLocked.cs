using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The draw of a period is locked, now or before: publish the manifest before its randomness exists.</summary>
/// <param name="Manifest">What was locked.</param>
/// <param name="IsRepeat">Whether it had been locked already.</param>
public sealed record DrawIsLocked(Manifest Manifest, bool IsRepeat) : DrawAnswer;
