namespace CampaignKit;

/// <summary>What was asked is recorded.</summary>
/// <param name="Position">A position to wait for, to read one's own write.</param>
/// <param name="IsRepeat">Whether it had been recorded already.</param>
public sealed record Recorded(long Position, bool IsRepeat) : Answer;
