using NodaTime;

namespace CampaignKit.Quickstart.Simulation;

/// <summary>The clock of the simulated host: it shows what the simulation sets.</summary>
internal sealed class SimulatedClock : IClock
{
    private long _ticks;

    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.ToUnixTimeTicks());
    }

    public Instant GetCurrentInstant() => Now;
}
