using NodaTime;

namespace CampaignKit;

/// <summary>A check-in was recorded after the records of its period were frozen for a draw: it counts in every tally, not in that draw.</summary>
/// <param name="Draw">The id of the draw.</param>
/// <param name="Period">The id of the period.</param>
/// <param name="FrozenAt">When the period was frozen.</param>
public sealed record LateForPeriod(string Draw, string Period, Instant FrozenAt)
{
    /// <summary>A sentence for people.</summary>
    public string Message => $"Recorded after {FrozenAt}: too late for the draw {Draw} of {Period}.";
}
