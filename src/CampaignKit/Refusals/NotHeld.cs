namespace CampaignKit;

/// <summary>A draw must be held before its outcome is published.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
public sealed record NotHeld(string Draw, string Period) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} is not held.";
}
