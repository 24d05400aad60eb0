namespace CampaignKit.Draws;

/// <summary>
/// Several sources as one: each kind of randomness is fetched by the first that can, such as a round of drand by a <see cref="DrandClient"/>
/// and a pulse by a <see cref="NistBeaconClient"/>. Safe from any thread if they are.
/// </summary>
/// <param name="sources">The sources, the preferred ones first.</param>
public sealed class EntropySources(params IEnumerable<IEntropySource> sources) : IEntropySource
{
    private readonly IEntropySource[] _sources = [.. Guard.Against.Null(sources).Select(source => Guard.Against.Null(source, nameof(sources)))];

    /// <inheritdoc/>
    public bool CanFetch(FutureEntropy what) => _sources.Any(source => source.CanFetch(what));

    /// <inheritdoc/>
    public ValueTask<EntropyRecord?> FetchAsync(FutureEntropy what, CancellationToken cancellationToken = default) =>
        _sources.FirstOrDefault(source => source.CanFetch(what)) is { } able
            ? able.FetchAsync(what, cancellationToken)
            : throw new ArgumentException($"None of the sources can fetch {what}.", nameof(what));
}
