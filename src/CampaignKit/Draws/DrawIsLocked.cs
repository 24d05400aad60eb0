using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>The draw of a period is locked, now or before: publish the manifest before its randomness exists.</summary>
/// <param name="Draw">What was locked: <see cref="DrawFolder"/> writes its manifest and pools for publication.</param>
/// <param name="IsRepeat">Whether it had been locked already.</param>
public sealed record DrawIsLocked(LockedDraw Draw, bool IsRepeat) : DrawAnswer;
