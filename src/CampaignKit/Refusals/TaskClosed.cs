using NodaTime;

namespace CampaignKit;

/// <summary>The task was not open on the day.</summary>
/// <param name="Task">The id of the task.</param>
/// <param name="Day">The campaign day that it would count for.</param>
/// <param name="From">The first day on which it is open.</param>
/// <param name="To">The last day on which it is open, inclusive.</param>
public sealed record TaskClosed(string Task, LocalDate Day, LocalDate From, LocalDate To) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Task} is open from {From:uuuu-MM-dd} to {To:uuuu-MM-dd}; this counts for {Day:uuuu-MM-dd}.";
}
