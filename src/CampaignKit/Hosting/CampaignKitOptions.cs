using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit;

/// <summary>What a host can set; checked when the kit starts.</summary>
public sealed class CampaignKitOptions
{
    /// <summary>The default of <see cref="MaxAttempts"/>.</summary>
    public const int DefaultMaxAttempts = 20;

    /// <summary>The default of <see cref="CachedParticipants"/>.</summary>
    public const int DefaultCachedParticipants = 100_000;

    /// <summary>The default of <see cref="ClockTolerance"/>: one minute.</summary>
    public static readonly Duration DefaultClockTolerance = Duration.FromMinutes(1);

    /// <summary>How often a command is decided anew when others write at the same time, 1 to 1,000.</summary>
    /// <value>The default is 20.</value>
    public int MaxAttempts { get; set; } = DefaultMaxAttempts;

    /// <summary>How many participants' states are kept in memory for each campaign, 1 to 10,000,000; one takes about a kilobyte and 200 bytes a check-in.</summary>
    /// <value>The default is 100,000.</value>
    public int CachedParticipants { get; set; } = DefaultCachedParticipants;

    /// <summary>How far ahead of the host's clock a check-in may claim to have occurred, zero to one hour.</summary>
    /// <value>The default is one minute.</value>
    public Duration ClockTolerance { get; set; } = DefaultClockTolerance;

    /// <summary>Verifies the signatures of drand's rounds, so that no draw is held with one that is bad.</summary>
    /// <value>The default is null: a round is checked to be the one locked, and to be the hash of its signature.</value>
    public IBeaconSignatureVerifier? BeaconSignatures { get; set; }

    internal IEnumerable<string> Problems()
    {
        if (MaxAttempts is < 1 or > 1_000)
            yield return $"{nameof(MaxAttempts)} is {MaxAttempts}; it is from 1 to 1,000.";
        if (CachedParticipants is < 1 or > 10_000_000)
            yield return $"{nameof(CachedParticipants)} is {CachedParticipants}; it is from 1 to 10,000,000.";
        if (ClockTolerance < Duration.Zero || ClockTolerance > Duration.FromHours(1))
            yield return $"{nameof(ClockTolerance)} is {ClockTolerance}; it is from zero to one hour.";
    }
}
