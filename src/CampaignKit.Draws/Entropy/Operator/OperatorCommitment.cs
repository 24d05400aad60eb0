using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// The operator's promise of a secret: its SHA-256 is published with the lock, the secret itself after it. Weaker than a beacon: the
/// operator knows the secret before the pools are closed, and can refuse to reveal it.
/// </summary>
/// <param name="Commitment">SHA-256 of the secret's 64 characters.</param>
public sealed record OperatorCommitment(Digest Commitment) : FutureEntropy
{
    /// <summary>None: the operator reveals the secret when they like.</summary>
    public override Instant? Due => null;

    /// <summary>The commitment to a secret of 64 lower-case hex digits, made for instance by <c>RandomNumberGenerator.GetHexString(64, lowercase: true)</c>.</summary>
    /// <exception cref="FormatException"><paramref name="secret"/> is anything else.</exception>
    public static OperatorCommitment To(string secret) => new(Digest.Of(Digest.Parse(secret).ToString()));

    /// <summary>What was committed to.</summary>
    public override string ToString() => $"the secret whose SHA-256 is {Commitment}";

    internal override EntropyCheck LevelOf(EntropyRecord record, IBeaconSignatureVerifier? signatures) => EntropyCheck.HashChecked;

    internal override Difference? FirstDifference(EntropyRecord record, IBeaconSignatureVerifier? signatures = null)
    {
        if (record is not OperatorReveal reveal)
            return OtherSource("the reveal of the operator's secret");
        var hash = Digest.Of(reveal.Secret);
        return hash == Commitment
            ? null
            : new Difference("$.entropy.secret", ToString(), $"'{reveal.Secret}', whose SHA-256 is {hash}");
    }
}
