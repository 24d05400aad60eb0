using NodaTime;

namespace CampaignKit.Testing;

/// <summary>A clock that stands still until it is set; safe to read from any thread.</summary>
public sealed class FixedClock(Instant now) : IClock
{
    private long _ticks = now.ToUnixTimeTicks();

    /// <summary>The instant that the clock shows.</summary>
    public Instant Now
    {
        get => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.ToUnixTimeTicks());
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Now;

    /// <summary>Moves the clock on by <paramref name="duration"/>.</summary>
    public void Advance(Duration duration) => Now += duration;
}
