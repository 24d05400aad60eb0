using NodaTime;

namespace CampaignKit.Draws;

/// <summary>A round of a drand chain that will decide a draw.</summary>
public sealed record FutureDrandRound : FutureEntropy
{
    /// <summary>The highest round that can be named: with a round every 30 seconds it is due in the year 9625, and times end with 9999.</summary>
    public const long MaxRound = 8_000_000_000;

    /// <summary>A round of <paramref name="chain"/>, 1 to <see cref="MaxRound"/>.</summary>
    public FutureDrandRound(DrandChain chain, long round)
    {
        Chain = Guard.Against.Null(chain);
        Round = Guard.Against.OutOfRange(round, nameof(round), 1, MaxRound);
    }

    /// <summary>The chain.</summary>
    public DrandChain Chain { get; }

    /// <summary>The round.</summary>
    public long Round { get; }

    /// <inheritdoc/>
    public override Instant? Due => Chain.DueTimeOf(Round);

    internal string DueText => WholeSecond.TextOf(Chain.DueTimeOf(Round));

    /// <summary>Chain, round and due time.</summary>
    public override string ToString() => $"round {Round} of {Chain}, due {DueText}";

    internal override EntropyCheck LevelOf(EntropyRecord record, IBeaconSignatureVerifier? signatures) =>
        signatures is not null && record is DrandRound round && Chain.MessageOf(round) is not null
            ? EntropyCheck.SignatureChecked
            : EntropyCheck.HashAndTimeChecked;

    internal override Difference? FirstDifference(EntropyRecord record, IBeaconSignatureVerifier? signatures = null)
    {
        if (record is not DrandRound round)
            return OtherSource($"a {this}");
        if (round.Round != Round)
            return new Difference("$.entropy.round", $"round {Round}, as locked", $"round {round.Round}");
        if (round.Signature.Length != 2 * Chain.Scheme.SignatureBytes)
            return new Difference("$.entropy.signature", SignatureLength, $"{round.Signature.Length / 2} bytes");
        if (PreviousDifference(round) is { } previous)
            return previous;
        var hash = DrandRound.RandomnessOf(round.Signature);
        if (round.Randomness.ToString() != hash)
            return new Difference("$.entropy.randomness", $"{hash}, the SHA-256 of the signature", round.Randomness.ToString());
        return signatures is null || Chain.MessageOf(round) is not { } message || IsGood(round, message, signatures)
            ? null
            : new Difference("$.entropy.signature", $"a signature of round {Round} by {Chain}", round.Signature);
    }

    private string SignatureLength => $"{Chain.Scheme.SignatureBytes} bytes, as {Chain} signs";

    private Difference? PreviousDifference(DrandRound round)
    {
        const string path = "$.entropy.previousSignature";
        if (round.PreviousSignature is not { } previous)
            return null;
        if (!Chain.Scheme.IsChained)
            return new Difference(path, $"nothing, as a round of {Chain} does not sign the one before", previous);
        if (Round == 1)
            return previous == Chain.GroupHash ? null : new Difference(path, $"{Chain.GroupHash}, the group's hash, in round 1", previous);
        return previous.Length == 2 * Chain.Scheme.SignatureBytes ? null : new Difference(path, SignatureLength, $"{previous.Length / 2} bytes");
    }

    private bool IsGood(DrandRound round, Digest message, IBeaconSignatureVerifier signatures)
    {
        Span<byte> signed = stackalloc byte[Digest.Size];
        message.CopyTo(signed);
        return signatures.Verify(Chain.SchemeId, Convert.FromHexString(Chain.PublicKey), signed, Convert.FromHexString(round.Signature));
    }
}
