namespace CampaignKit.Grievances;

/// <summary>A clock that cases have: it starts when the case begins and stops when the case is settled, or before.</summary>
/// <param name="Name">What it is called, such as <c>answer</c> or <c>resolution</c>.</param>
/// <param name="Stops">The states that stop it beside those in which a case is settled.</param>
/// <param name="Reopened">What it does when a settled case is reopened.</param>
public sealed record ClockRule(string Name, IReadOnlyList<string> Stops, ReopenedClock Reopened);
