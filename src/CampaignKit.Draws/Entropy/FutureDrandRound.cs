using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Draws;

/// <summary>A round of a drand chain that will decide a draw.</summary>
public sealed record FutureDrandRound : FutureEntropy
{
    /// <summary>The highest round that can be named.</summary>
    public const long MaxRound = 10_000_000_000;

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

    /// <summary>When the round is due; lock and publish before.</summary>
    public Instant Due => Chain.DueTimeOf(Round);

    internal override EntropyCheck Level => EntropyCheck.HashAndTimeChecked;

    internal string DueText => InstantPattern.General.Format(Due);

    /// <summary>Chain, round and due time.</summary>
    public override string ToString() => $"round {Round} of {Chain}, due {DueText}";

    internal override Difference? FirstDifference(EntropyRecord record)
    {
        if (record is not DrandRound round)
            return new Difference("$.entropy.source", $"a {this}", "randomness of another source");
        if (round.Round != Round)
            return new Difference("$.entropy.round", $"round {Round}, as locked", $"round {round.Round}");
        if (round.Signature.Length != 2 * Chain.SignatureBytes)
            return new Difference("$.entropy.signature", $"{Chain.SignatureBytes} bytes, as {Chain} signs", $"{round.Signature.Length / 2} bytes");
        var hash = Digest.Of(Convert.FromHexString(round.Signature));
        return round.Randomness == hash
            ? null
            : new Difference("$.entropy.randomness", $"{hash}, the SHA-256 of the signature", round.Randomness.ToString());
    }
}
