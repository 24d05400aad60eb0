namespace CampaignKit;

/// <summary>The evidence that the task asks for was not given.</summary>
/// <param name="Task">The id of the task.</param>
/// <param name="Asked">What is asked for, such as <c>a quiz score</c>.</param>
public sealed record EvidenceMissing(string Task, string Asked) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"{Task} asks for {Asked}.";
}
