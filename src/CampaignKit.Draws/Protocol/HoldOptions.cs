namespace CampaignKit.Draws;

/// <summary>What holding a draw may use beside the randomness. Immutable.</summary>
public sealed record HoldOptions
{
    /// <summary>Why the first source did not decide, in the form of an entrant's id; it is published.</summary>
    /// <value>The default is null: the first source decides.</value>
    public string? LateReason { get; init; }

    /// <summary>Verifies the signatures of drand's rounds, so that no draw is held with one that is bad.</summary>
    /// <value>The default is null: a round is checked as far as <see cref="EntropyCheck.HashAndTimeChecked"/>.</value>
    public IBeaconSignatureVerifier? BeaconSignatures { get; init; }

    /// <summary>Is told what part of the rules is drawn, rising from 0 to 1; called from any thread, by one at a time.</summary>
    /// <value>The default is null: nobody is told.</value>
    public IProgress<double>? Progress { get; init; }
}
