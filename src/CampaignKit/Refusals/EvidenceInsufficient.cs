namespace CampaignKit;

/// <summary>The evidence given does not meet what the task asks for.</summary>
/// <param name="Task">The id of the task.</param>
/// <param name="Asked">What is asked for, such as <c>a quiz score of at least 60</c>.</param>
/// <param name="Given">What was given.</param>
public sealed record EvidenceInsufficient(string Task, string Asked, string Given) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Task} asks for {Asked}; it was {Given}.";
}
