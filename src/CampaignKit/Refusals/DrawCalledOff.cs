namespace CampaignKit;

/// <summary>The draw was called off; it is neither held nor published any more.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Reason">Why.</param>
public sealed record DrawCalledOff(string Draw, string Period, string Reason) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} was called off: {Reason}";
}
