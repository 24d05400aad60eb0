using NodaTime;

namespace CampaignKit;

/// <summary>The randomness that the lock names is not there yet; the draw can be held when it is.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="Due">When it is due; null if that is in somebody's hands.</param>
public sealed record EntropyPending(string Draw, string Period, Instant? Due) : Refusal
{
    /// <inheritdoc/>
    public override string Message => Due is null
        ? $"The draw {Draw} of {Period} waits for randomness that somebody must give: hold it with the record."
        : $"The draw {Draw} of {Period} waits for its randomness, due {Due}.";
}
