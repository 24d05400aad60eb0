namespace CampaignKit;

/// <summary>The draw of a period is called off, now or before.</summary>
/// <param name="Reason">Why, as said first.</param>
/// <param name="IsRepeat">Whether it had been called off already.</param>
public sealed record DrawIsCancelled(string Reason, bool IsRepeat) : DrawAnswer;
