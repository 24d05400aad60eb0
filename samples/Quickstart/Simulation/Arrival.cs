using NodaTime;

namespace CampaignKit.Quickstart.Simulation;

/// <summary>A request that reaches the host.</summary>
/// <param name="At">When it arrives.</param>
/// <param name="Person">The index of the person.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Approve">Whether staff approve it afterwards, as they do with most messages.</param>
internal sealed record Arrival(Instant At, int Person, CheckInRequest Request, bool Approve = false);
