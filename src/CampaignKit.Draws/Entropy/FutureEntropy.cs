namespace CampaignKit.Draws;

/// <summary>
/// Where the randomness of a draw will come from, named in the manifest before anybody can know it. Immutable, safe from any thread.
/// </summary>
public abstract record FutureEntropy
{
    private protected FutureEntropy()
    {
    }

    /// <summary>How far a record of this source that agrees can be said to be checked.</summary>
    internal abstract EntropyCheck Level { get; }

    /// <summary>The first thing in which <paramref name="record"/> is not what was locked; null if it agrees.</summary>
    internal abstract Difference? FirstDifference(EntropyRecord record);
}
