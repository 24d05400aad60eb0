using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>How much time a clock may count for the cases of a category and priority.</summary>
/// <param name="Clock">The name of the clock.</param>
/// <param name="Category">The category; null for all.</param>
/// <param name="Priority">The priority; null for all.</param>
/// <param name="Within">The time.</param>
/// <param name="Calendar">The name of the calendar in whose hours it counts; null for the wall clock.</param>
public sealed record ServiceTarget(string Clock, string? Category, string? Priority, Duration Within, string? Calendar)
{
    internal bool Fits(string clock, CasePhase phase) =>
        Clock == clock && (Category is null || Category == phase.Category) && (Priority is null || Priority == phase.Priority);
}
