using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Draws;

/// <summary>
/// A pulse of NIST's Randomness Beacon 2.0 (https://beacon.nist.gov) that will decide a draw. A chain has a pulse each minute, signed
/// under a certificate that is replaced from time to time: a pulse under another one than that named here does not decide the draw.
/// </summary>
public sealed record FutureNistPulse : FutureEntropy
{
    private static readonly InstantPattern TimeStamps = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    private static readonly Duration Period = Duration.FromMinutes(1);

    /// <summary>A pulse.</summary>
    /// <param name="chain">The index of the chain, from 1.</param>
    /// <param name="at">The time of the pulse, a whole minute.</param>
    /// <param name="certificateId">The SHA-512 of the DER bytes of the beacon's certificate, 128 lower-case hex digits.</param>
    /// <exception cref="ArgumentException"><paramref name="at"/> is no whole minute, or <paramref name="certificateId"/> no such hash.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chain"/> is below 1 or above 2^53 - 1.</exception>
    public FutureNistPulse(long chain, Instant at, string certificateId)
    {
        Chain = Guard.Against.OutOfRange(chain, nameof(chain), 1, CanonicalJson.MaxSafeInteger);
        At = Guard.Against.InvalidInput(at, nameof(at), IsMinute, $"{at} is not a whole minute.");
        CertificateId = CertificateIdProblem(Guard.Against.Null(certificateId)) is { } rule
            ? throw new ArgumentException($"'{certificateId}': {rule}.", nameof(certificateId))
            : certificateId;
    }

    /// <summary>The index of the chain.</summary>
    public long Chain { get; }

    /// <summary>The time of the pulse.</summary>
    public Instant At { get; }

    /// <summary>The SHA-512 of the certificate under which it will be signed.</summary>
    public string CertificateId { get; }

    /// <inheritdoc/>
    public override Instant? Due => At;

    /// <summary>The first pulse of a chain later than <paramref name="instant"/>: lock a draw to it at that instant.</summary>
    /// <param name="instant">An instant.</param>
    /// <param name="chain">The index of the chain.</param>
    /// <param name="certificateId">The SHA-512 of the beacon's certificate.</param>
    /// <exception cref="ArgumentException">The chain or the certificate's id is malformed.</exception>
    public static FutureNistPulse FirstAfter(Instant instant, long chain, string certificateId)
    {
        var seconds = instant.ToUnixTimeSeconds();
        var intoMinute = ((seconds % NodaConstants.SecondsPerMinute) + NodaConstants.SecondsPerMinute) % NodaConstants.SecondsPerMinute;
        return new FutureNistPulse(chain, Instant.FromUnixTimeSeconds(seconds - intoMinute) + Period, certificateId);
    }

    /// <summary>Chain and time.</summary>
    public override string ToString() => $"pulse of chain {Chain} of the NIST beacon at {WholeSecond.TextOf(At)}";

    internal static string? CertificateIdProblem(string id) =>
        id.Length == NistJson.HashDigits && Hex.IsLowerCase(id) ? null : $"a certificate's id has {NistJson.HashDigits} lower-case hex digits";

    internal static bool IsMinute(Instant at) => WholeSecond.Is(at) && at.ToUnixTimeSeconds() % NodaConstants.SecondsPerMinute == 0;

    /// <summary>Whether <paramref name="pulse"/> was before the one named here: what the beacon answers for a minute to come.</summary>
    internal bool IsAfter(NistPulseFields pulse) => TimeStamps.Parse(pulse.TimeStamp) is { Success: true, Value: var time } && time < At;

    internal override EntropyCheck LevelOf(EntropyRecord record, IBeaconSignatureVerifier? signatures) => EntropyCheck.SignatureChecked;

    internal override Difference? FirstDifference(EntropyRecord record, IBeaconSignatureVerifier? signatures = null)
    {
        if (record is not NistPulse pulse)
            return OtherSource($"a {this}");
        if (pulse.ChainIndex != Chain)
            return new Difference("$.entropy.pulse.chainIndex", $"chain {Chain}, as locked", $"chain {pulse.ChainIndex}");
        var time = TimeStamps.Format(At);
        if (pulse.TimeStamp != time)
            return new Difference("$.entropy.pulse.timeStamp", $"{time}, as locked", pulse.TimeStamp);
        return pulse.CertificateId == CertificateId
            ? pulse.FirstDifference()
            : new Difference("$.entropy.pulse.certificateId", $"{CertificateId}, as locked", pulse.CertificateId);
    }
}
