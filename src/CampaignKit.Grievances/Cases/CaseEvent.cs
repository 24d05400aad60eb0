namespace CampaignKit.Grievances;

/// <summary>A step that was taken with a case: a fact, never changed by a later definition.</summary>
/// <param name="Command">The command that was accepted.</param>
/// <param name="From">The state of the case before.</param>
/// <param name="To">The state of the case after.</param>
/// <param name="IsOpen">Whether the case is open after it.</param>
public sealed record CaseEvent(CaseCommand Command, string From, string To, bool IsOpen);
