using NodaTime;

namespace CampaignKit;

/// <summary>The records of the period can still change.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="FreezesAt">When the records are frozen.</param>
public sealed record NotFrozen(string Draw, string Period, Instant FreezesAt) : Refusal
{
    /// <inheritdoc/>
    public override string Message => $"The draw {Draw} of {Period} can be locked from {FreezesAt}.";
}
