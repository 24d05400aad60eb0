using System.Collections.Frozen;

namespace CampaignKit.Draws;

/// <summary>
/// A draw whose manifest is fixed, waiting for its randomness. Holding is a function of manifest, pools, exclusions and randomness: held
/// twice, it gives the same. Immutable, safe from any thread.
/// </summary>
public sealed class LockedDraw
{
    internal LockedDraw(Manifest manifest, IReadOnlyDictionary<string, Pool> pools, Exclusions exclusions)
    {
        Manifest = manifest;
        Pools = pools;
        Exclusions = exclusions;
    }

    /// <summary>What is to be published now.</summary>
    public Manifest Manifest { get; }

    /// <summary>The pools by rule id.</summary>
    public IReadOnlyDictionary<string, Pool> Pools { get; }

    /// <summary>Who cannot win; nobody if the draw has no exclusions.</summary>
    public Exclusions Exclusions { get; }

    /// <summary>Rebuilds a locked draw from its published manifest, the pools by rule id and the exclusions, if it has any.</summary>
    /// <exception cref="DrawDocumentException"><paramref name="manifestJson"/> is no manifest.</exception>
    /// <exception cref="PoolMismatchException">A pool or the exclusions are missing or not those locked; all that differ are named.</exception>
    /// <exception cref="InfeasibleQuotasException">Quotas cannot be met; all conflicts are named.</exception>
    public static LockedDraw Restore(string manifestJson, IReadOnlyDictionary<string, Pool> pools, Exclusions? exclusions = null)
    {
        Guard.Against.Null(pools);
        var manifest = Manifest.Parse(manifestJson);
        var differences = manifest.Rules
            .Select(rule => PoolMatch.FirstDifference(manifest, rule, pools.GetValueOrDefault(rule.Id)))
            .Prepend(PoolMatch.FirstDifference(manifest, exclusions))
            .OfType<Difference>()
            .ToList();
        if (differences.Count > 0)
            throw new PoolMismatchException(differences);
        var excluded = exclusions ?? Exclusions.None;
        InfeasibleQuotasException.ThrowIfAny(QuotaConflict.Of(manifest.Rules, rule => pools[rule.Id], excluded, manifest.Overlap));
        return new LockedDraw(manifest, manifest.Rules.ToFrozenDictionary(rule => rule.Id, rule => pools[rule.Id], StringComparer.Ordinal), excluded);
    }

    /// <summary>Draws the winners by the randomness that came.</summary>
    /// <exception cref="EntropyRefusedException"><paramref name="entropy"/> is not what the draw was locked to.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the draw may be held again.</exception>
    public DrawResult Hold(EntropyRecord entropy, CancellationToken cancellationToken = default) => Hold(entropy, new HoldOptions(), cancellationToken);

    /// <summary>Draws the winners by the randomness of the late source, as the first has not spoken.</summary>
    /// <param name="entropy">The randomness of <see cref="LateEntropy.Entropy"/>.</param>
    /// <param name="lateReason">Why the first source did not decide, in the form of an entrant's id; it is published. If null, the first source decides after all.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <exception cref="EntropyRefusedException">
    /// <paramref name="entropy"/> is not what the draw was locked to, the first source's instead of the late one's, or the reason is malformed.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the draw may be held again.</exception>
    public DrawResult Hold(EntropyRecord entropy, string? lateReason, CancellationToken cancellationToken = default) =>
        Hold(entropy, new HoldOptions { LateReason = lateReason }, cancellationToken);

    /// <summary>Draws the winners by the randomness that came.</summary>
    /// <param name="entropy">The randomness.</param>
    /// <param name="options">What else is at hand.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <exception cref="EntropyRefusedException">
    /// <paramref name="entropy"/> is not what the draw was locked to, a beacon's signature is bad, or a reason for lateness is malformed or does not belong.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the draw may be held again.</exception>
    public DrawResult Hold(EntropyRecord entropy, HoldOptions options, CancellationToken cancellationToken = default)
    {
        var lateReason = Guard.Against.Null(options).LateReason;
        if (EntropyMatch.FirstDifference(Manifest, Guard.Against.Null(entropy), lateReason, options.BeaconSignatures) is { } difference)
            throw new EntropyRefusedException(difference);
        return new DrawResult(Transcript.Of(
            Manifest,
            entropy,
            lateReason,
            new PrizeBook(Manifest.Overlap, Exclusions),
            LaneWork.Fastest(cancellationToken) with { Progress = options.Progress },
            (rule, seed, prizes, work) => rule.Draw(Pools[rule.Id], seed, prizes, work),
            Pools,
            Exclusions.Size > 0 ? Exclusions : null));
    }
}
