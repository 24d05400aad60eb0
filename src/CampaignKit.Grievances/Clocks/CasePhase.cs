using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>A stretch in the life of a case in which nothing changes that matters to its clocks; it lasts until the next one begins.</summary>
/// <param name="From">When it begins.</param>
/// <param name="State">The state of the case.</param>
/// <param name="IsOpen">Whether the case is open.</param>
/// <param name="IsPausing">Whether clocks pause.</param>
/// <param name="Category">What the case is about, if that is known.</param>
/// <param name="Priority">How urgent it is, if that is known.</param>
public sealed record CasePhase(Instant From, string State, bool IsOpen, bool IsPausing, string? Category, string? Priority);
