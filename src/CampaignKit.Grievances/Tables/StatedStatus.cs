namespace CampaignKit.Grievances;

/// <summary>What a word in the status column of a file says of a case.</summary>
/// <param name="Closed">Whether the case is closed; one without a closing time is then closed at an unknown time.</param>
/// <param name="Duplicate">Whether it is a duplicate of another case.</param>
public readonly record struct StatedStatus(bool Closed, bool Duplicate = false);
