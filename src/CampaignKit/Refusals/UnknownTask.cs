namespace CampaignKit;

/// <summary>The campaign has no such task.</summary>
/// <param name="Task">The id that was given.</param>
public sealed record UnknownTask(string Task) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The campaign has no task {Task}.";
}
