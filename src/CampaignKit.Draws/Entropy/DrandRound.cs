namespace CampaignKit.Draws;

/// <summary>A round as drand published it: <c>GET https://api.drand.sh/{chain hash}/public/{round}</c>.</summary>
public sealed record DrandRound : EntropyRecord
{
    /// <summary>A round with its signature and randomness, both in lower-case hex.</summary>
    /// <exception cref="FormatException">The signature or the randomness is not lower-case hex.</exception>
    public DrandRound(long round, string signature, string randomness)
        : base(Digest.Parse(randomness))
    {
        Round = Guard.Against.NegativeOrZero(round);
        Signature = IsSignature(Guard.Against.NullOrEmpty(signature))
            ? signature
            : throw new FormatException($"'{signature}' is not a signature: it must be lower-case hex, two digits a byte.");
    }

    /// <summary>A round with its signature, of which the randomness is the SHA-256.</summary>
    /// <exception cref="FormatException">The signature is not lower-case hex.</exception>
    public DrandRound(long round, string signature)
        : this(round, signature, RandomnessOf(signature).ToString())
    {
    }

    /// <summary>The number of the round.</summary>
    public long Round { get; }

    /// <summary>The beacon's signature of the round, in lower-case hex.</summary>
    public string Signature { get; }

    internal static bool IsSignature(string text) => text.Length > 0 && text.Length % 2 == 0 && Hex.IsLowerCase(text);

    private static Digest RandomnessOf(string signature) => Digest.Of(Convert.FromHexString(Guard.Against.NullOrEmpty(signature)));
}
