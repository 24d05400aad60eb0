using System.Text;

namespace CampaignKit.Draws;

/// <summary>A round as drand published it: <c>GET https://api.drand.sh/{chain hash}/public/{round}</c>.</summary>
public sealed record DrandRound : EntropyRecord
{
    /// <summary>A round with its signature and randomness, in lower-case hex.</summary>
    /// <param name="round">The number of the round, from 1.</param>
    /// <param name="signature">The beacon's signature.</param>
    /// <param name="randomness">What the beacon says is its SHA-256.</param>
    /// <param name="previousSignature">The signature of the round before, or of round 1 the group's hash; in chained chains alone.</param>
    /// <exception cref="FormatException">A signature or the randomness is not lower-case hex.</exception>
    public DrandRound(long round, string signature, string randomness, string? previousSignature = null)
        : base(Digest.Parse(randomness))
    {
        Round = Guard.Against.NegativeOrZero(round);
        Signature = Sound(Guard.Against.NullOrEmpty(signature));
        PreviousSignature = previousSignature is null ? null : Sound(previousSignature);
    }

    /// <summary>A round with its signature, of which the randomness is the SHA-256.</summary>
    /// <exception cref="FormatException">The signature is not lower-case hex.</exception>
    public DrandRound(long round, string signature)
        : this(round, signature, RandomnessOf(signature))
    {
    }

    /// <summary>The number of the round.</summary>
    public long Round { get; }

    /// <summary>The beacon's signature of the round, in lower-case hex.</summary>
    public string Signature { get; }

    /// <summary>The signature of the round before, in lower-case hex, which a chained round signs; null if it is not known or not signed.</summary>
    public string? PreviousSignature { get; }

    /// <summary>
    /// Reads a round as the beacon writes it: <c>{"round", "randomness", "signature", "previous_signature"}</c>, the second and fourth
    /// optional. Other fields of the beacon's are passed over.
    /// </summary>
    /// <exception cref="DrawDocumentException"><paramref name="json"/> is no round; the error names path, value and rule.</exception>
    public static DrandRound Parse(string json) => Parse(Encoding.UTF8.GetBytes(Guard.Against.Null(json)));

    internal static DrandRound Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = DocumentNode.Parse(utf8);
        return DrandJson.ReadRound(new DocumentNode(document.RootElement, "$"), "previous_signature");
    }

    /// <summary>The rule that <paramref name="signature"/> breaks; null if it can be one.</summary>
    internal static string? SignatureProblem(string signature) =>
        signature.Length > 0 && signature.Length % 2 == 0 && Hex.IsLowerCase(signature) ? null : "a signature is lower-case hex, two digits a byte";

    /// <summary>SHA-256 of the signature's bytes, in hex.</summary>
    internal static string RandomnessOf(string signature) => Digest.Of(Convert.FromHexString(Sound(Guard.Against.NullOrEmpty(signature)))).ToString();

    private static string Sound(string signature) =>
        SignatureProblem(signature) is { } rule ? throw new FormatException($"'{signature}': {rule}.") : signature;
}
