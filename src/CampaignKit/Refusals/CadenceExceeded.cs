using NodaTime;

namespace CampaignKit;

/// <summary>The task was done as often as its cadence allows.</summary>
/// <param name="Task">The id of the task.</param>
/// <param name="Cadence">How often it can be done.</param>
/// <param name="OpensAt">When it opens again; null when it does not.</param>
public sealed record CadenceExceeded(string Task, Cadence Cadence, Instant? OpensAt) : Refusal
{
    /// <inheritdoc/>
    public override string Message => OpensAt is { } at ? $"{Task} can be done \"{Cadence}\"; it opens again at {at}." : $"{Task} can be done \"{Cadence}\"; it was done.";
}
