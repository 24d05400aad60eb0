namespace CampaignKit.Grievances;

/// <summary>A row whose case id an earlier row has; it is not counted.</summary>
/// <param name="Line">The line on which the row begins.</param>
/// <param name="Id">The id.</param>
/// <param name="FirstLine">The line of the row that counts.</param>
public sealed record RepeatedCase(long Line, string Id, long FirstLine);
