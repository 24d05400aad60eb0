namespace CampaignKit;

/// <summary>The outcome of a draw must be published before its prizes are claimed.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
public sealed record NotPublished(string Draw, string Period) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} is not published.";
}
