using System.Collections.ObjectModel;

namespace CampaignKit.Draws;

/// <summary>
/// Recomputes a draw from its transcript and pools, and names the first thing that differs. It asks, in this order: is the transcript
/// well formed, has the manifest its digest, is it the one published at the lock, is the randomness what was locked, have the pools their digests; then everything is drawn
/// again and compared field by field; then: do the proofs of inclusion lead to the roots locked, does each claim follow from those
/// before, are the operator's signatures good. White space in the document is no difference; all else is.
/// </summary>
public static class DrawVerifier
{
    /// <summary>
    /// Verifies a transcript in a file. A pool is taken from <paramref name="pools"/>, else from the transcript, else from the files
    /// of <see cref="DrawFolder"/> beside it.
    /// </summary>
    /// <param name="transcriptPath">The transcript.</param>
    /// <param name="pools">Pools by rule id; those not named are looked for.</param>
    /// <param name="cancellationToken">Stops drawing again.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ArgumentException"><paramref name="pools"/> names a rule that the draw has not.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Verification Verify(string transcriptPath, IReadOnlyDictionary<string, Pool>? pools = null, CancellationToken cancellationToken = default) =>
        Verify(transcriptPath, new VerificationOptions { Pools = pools }, cancellationToken);

    /// <summary>
    /// Verifies a transcript in a file. A pool is taken from the options, else from the transcript, else from the files of
    /// <see cref="DrawFolder"/> beside it; so are the operator's signatures. A <see cref="DrawFolder.ManifestFile"/> beside it must hold the
    /// canonical bytes of the transcript's manifest.
    /// </summary>
    /// <param name="transcriptPath">The transcript.</param>
    /// <param name="options">What is at hand beside the transcript.</param>
    /// <param name="cancellationToken">Stops drawing again.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ArgumentException"><see cref="VerificationOptions.Pools"/> names a rule that the draw has not.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Verification Verify(string transcriptPath, VerificationOptions options, CancellationToken cancellationToken = default)
    {
        var json = File.ReadAllBytes(Guard.Against.NullOrEmpty(transcriptPath));
        return Verify(json, Guard.Against.Null(options), Path.GetDirectoryName(Path.GetFullPath(transcriptPath)), cancellationToken);
    }

    /// <summary>Verifies a transcript. A pool is taken from <paramref name="pools"/>, else from the transcript.</summary>
    /// <exception cref="ArgumentException"><paramref name="pools"/> names a rule that the draw has not.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Verification Verify(Transcript transcript, IReadOnlyDictionary<string, Pool>? pools = null, CancellationToken cancellationToken = default) =>
        Verify(transcript, new VerificationOptions { Pools = pools }, cancellationToken);

    /// <summary>Verifies a transcript. A pool is taken from the options, else from the transcript; signatures from the options alone.</summary>
    /// <exception cref="ArgumentException"><see cref="VerificationOptions.Pools"/> names a rule that the draw has not.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Verification Verify(Transcript transcript, VerificationOptions options, CancellationToken cancellationToken = default) =>
        Verify(TranscriptJson.Write(Guard.Against.Null(transcript)), Guard.Against.Null(options), folder: null, cancellationToken);

    internal static Verification Verify(byte[] json, VerificationOptions options, string? folder, CancellationToken cancellationToken = default)
    {
        Transcript transcript;
        try
        {
            transcript = Transcript.Parse(json);
        }
        catch (DrawDocumentException wrong)
        {
            return Invalid(new Difference(wrong.Path, wrong.Rule, wrong.Value));
        }

        var (manifest, given) = (transcript.Manifest, options.Pools);
        manifest.ExpectRules(given?.Keys ?? [], nameof(options));
        if (transcript.ManifestDigest != manifest.Digest)
            return Invalid(new Difference("$.manifestDigest", $"{manifest.Digest}, the SHA-256 of the manifest", transcript.ManifestDigest.ToString()));
        if (ManifestMatch.FirstDifference(manifest, options.ManifestDigest, folder) is { } otherManifest)
            return Invalid(otherManifest);
        if (EntropyMatch.FirstDifference(manifest, transcript.Entropy, transcript.LateReason, options.BeaconSignatures) is { } otherEntropy)
            return Invalid(otherEntropy);

        var level = transcript.Source.LevelOf(transcript.Entropy, options.BeaconSignatures);
        var pools = new PoolSearch(transcript, given ?? ReadOnlyDictionary<string, Pool>.Empty, options.Exclusions, folder);
        var evidence = manifest.Rules.ToDictionary(
            rule => rule.Id,
            rule => pools.Find(rule) is not null ? PoolEvidence.Data
                : transcript.Proofs.ContainsKey(rule.Id) ? PoolEvidence.Proofs
                : PoolEvidence.DigestOnly);
        var difference = pools.FirstDifference
            ?? pools.QuotaDifference
            ?? Redraw.FirstDifference(json, transcript, pools, LaneWork.Fastest(cancellationToken) with { Progress = options.Progress })
            ?? InclusionProofs.FirstDifference(transcript)
            ?? Claims.FirstDifference(transcript);
        var signatures = new SignatureSearch(transcript, options, folder);
        difference ??= signatures.FirstDifference;
        var status = difference is not null ? VerificationStatus.Invalid
            : evidence.Values.Append(pools.ExclusionsEvidence ?? PoolEvidence.Data).All(found => found == PoolEvidence.Data) ? VerificationStatus.Valid
            : VerificationStatus.PartlyChecked;
        return new Verification(status, difference, level, evidence)
        {
            LateReason = transcript.LateReason,
            Exclusions = pools.ExclusionsEvidence,
            Signature = signatures.Evidence,
        };
    }

    private static Verification Invalid(Difference difference) =>
        new(VerificationStatus.Invalid, difference, EntropyCheck.Recorded, ReadOnlyDictionary<string, PoolEvidence>.Empty);
}
