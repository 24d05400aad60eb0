using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// Where the randomness of a draw will come from, named in the manifest before anybody can know it. Immutable, safe from any thread.
/// </summary>
/// <remarks>
/// The kinds are <see cref="FutureDrandRound"/>, <see cref="FutureNistPulse"/>, <see cref="FutureNumbers"/> and
/// <see cref="OperatorCommitment"/>; there are no others.
/// </remarks>
public abstract record FutureEntropy
{
    private protected FutureEntropy()
    {
    }

    /// <summary>When it speaks: lock and publish before, hold not before. Null if that is in the operator's hands.</summary>
    public abstract Instant? Due { get; }

    /// <summary>How far <paramref name="record"/>, if it agrees, can be said to be checked.</summary>
    internal abstract EntropyCheck LevelOf(EntropyRecord record, IBeaconSignatureVerifier? signatures);

    /// <summary>The first thing in which <paramref name="record"/> is not what was locked; null if it agrees.</summary>
    internal abstract Difference? FirstDifference(EntropyRecord record, IBeaconSignatureVerifier? signatures = null);

    private protected static Difference OtherSource(string expected) => new("$.entropy.source", expected, "randomness of another source");
}
