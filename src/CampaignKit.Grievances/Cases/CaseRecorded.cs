namespace CampaignKit.Grievances;

/// <summary>The step is recorded.</summary>
/// <param name="Case">The case right after the step, also when the answer comes again later.</param>
/// <param name="Position">The position of the step in the store.</param>
/// <param name="IsRepeat">Whether it had been recorded already, under the same key.</param>
public sealed record CaseRecorded(GrievanceCase Case, long Position, bool IsRepeat) : CaseAnswer;
