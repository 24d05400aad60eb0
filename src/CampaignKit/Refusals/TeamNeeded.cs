namespace CampaignKit;

/// <summary>The task is done for a team, and the participant was in none when it happened.</summary>
/// <param name="Task">The id of the task.</param>
public sealed record TeamNeeded(string Task) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Task} is done for a team; join one first.";
}
