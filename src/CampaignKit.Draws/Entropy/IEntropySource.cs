namespace CampaignKit.Draws;

/// <summary>Fetches the randomness that a draw was locked to. Implementations are safe from any thread.</summary>
public interface IEntropySource
{
    /// <summary>Whether this source can fetch randomness of that kind.</summary>
    /// <param name="what">What was locked.</param>
    bool CanFetch(FutureEntropy what);

    /// <summary>Fetches the record of <paramref name="what"/>, checked to be what was locked as far as the source can tell.</summary>
    /// <param name="what">What was locked.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <returns>The record; null while the source has not spoken yet.</returns>
    /// <exception cref="ArgumentException">The source cannot fetch randomness of that kind.</exception>
    /// <exception cref="BeaconException">Nobody who was asked gave a sound answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<EntropyRecord?> FetchAsync(FutureEntropy what, CancellationToken cancellationToken = default);
}
