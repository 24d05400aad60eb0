namespace CampaignKit;

/// <summary>The draw's pools break a rule, such as weights that together exceed their limit; nothing is locked.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Problems">What is wrong, each with value and rule.</param>
public sealed record PoolsUnfit(string Draw, string Period, string Problems) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} cannot be locked: {Problems}";
}
