namespace CampaignKit;

/// <summary>The randomness offered is not the one that the lock names.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Rule">What does not fit.</param>
public sealed record EntropyRefused(string Draw, string Period, string Rule) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period}: {Rule}";
}
