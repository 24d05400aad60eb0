namespace CampaignKit.Draws;

/// <summary>What a verification may use and what it asks for, beyond the transcript. Immutable, safe from any thread.</summary>
public sealed record VerificationOptions
{
    /// <summary>Pools by rule id; those not named are looked for in the transcript, then in the files beside it. <value>The default is none.</value></summary>
    public IReadOnlyDictionary<string, Pool>? Pools { get; init; }

    /// <summary>The persons who cannot win; if not given, they are looked for in the transcript, then in the file beside it. <value>The default is none.</value></summary>
    public Exclusions? Exclusions { get; init; }

    /// <summary>The digest of the manifest that was published at the lock, saved then: the transcript must be of that manifest.</summary>
    /// <value>The default is null: it is not known.</value>
    public Digest? ManifestDigest { get; init; }

    /// <summary>
    /// Verifies the signatures of drand's rounds; without it they are checked as far as <see cref="EntropyCheck.HashAndTimeChecked"/>.
    /// <value>The default is none.</value>
    /// </summary>
    public IBeaconSignatureVerifier? BeaconSignatures { get; init; }

    /// <summary>Is told what part of the rules is drawn again, rising from 0 to 1; called from any thread, by one at a time. Null for nobody.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The operator's key, known from elsewhere. With it, manifest and transcript must both be signed, and by this key.</summary>
    /// <value>The default is null: signatures that are found must be good, by whichever key.</value>
    public OperatorPublicKey? OperatorKey { get; init; }

    /// <summary>The signature of the manifest.</summary>
    /// <value>The default is null: it is looked for in <see cref="DrawFolder.ManifestSignatureFile"/> beside the transcript.</value>
    public OperatorSignature? ManifestSignature { get; init; }

    /// <summary>The signature of the transcript.</summary>
    /// <value>The default is null: it is looked for in <see cref="DrawFolder.TranscriptSignatureFile"/> beside the transcript.</value>
    public OperatorSignature? TranscriptSignature { get; init; }
}
