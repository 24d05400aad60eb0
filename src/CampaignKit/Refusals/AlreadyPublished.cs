namespace CampaignKit;

/// <summary>The outcome of the draw is public and stays so.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
public sealed record AlreadyPublished(string Draw, string Period) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} is published and stays so.";
}
