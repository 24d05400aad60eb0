namespace CampaignKit.Draws;

/// <summary>What a verification has at hand beside the transcript. Immutable.</summary>
public sealed record VerificationOptions
{
    /// <summary>Pools by rule id; those not named are looked for in the transcript, then in the files beside it. <value>The default is none.</value></summary>
    public IReadOnlyDictionary<string, Pool>? Pools { get; init; }

    /// <summary>
    /// Verifies the signatures of drand's rounds; without it they are checked as far as <see cref="EntropyCheck.HashAndTimeChecked"/>.
    /// <value>The default is none.</value>
    /// </summary>
    public IBeaconSignatureVerifier? BeaconSignatures { get; init; }

    /// <summary>Is told what part of the rules is drawn again, rising from 0 to 1; called from any thread, by one at a time. Null for nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}
