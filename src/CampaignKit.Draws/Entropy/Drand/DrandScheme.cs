using System.Buffers.Binary;

namespace CampaignKit.Draws;

/// <summary>How the rounds of a drand chain are signed.</summary>
/// <param name="Id">The name that drand gives it.</param>
/// <param name="SignatureBytes">The length of a signature: a compressed point of G1 has 48 bytes, one of G2 has 96.</param>
/// <param name="IsChained">Whether a round signs the signature of the one before.</param>
internal sealed record DrandScheme(string Id, int SignatureBytes, bool IsChained)
{
    internal static readonly DrandScheme PedersenChained = new("pedersen-bls-chained", SignatureBytes: 96, IsChained: true);

    internal static readonly DrandScheme UnchainedG1Rfc9380 = new("bls-unchained-g1-rfc9380", SignatureBytes: 48, IsChained: false);

    /// <summary>
    /// What a round signs: SHA-256(previous signature ‖ uint64 round) if chained, else SHA-256(uint64 round), big-endian. Null if the
    /// previous signature is not known.
    /// </summary>
    internal Digest? MessageOf(DrandRound round)
    {
        if (IsChained && round.PreviousSignature is null)
            return null;
        var previous = IsChained ? Convert.FromHexString(round.PreviousSignature!) : [];
        var number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, round.Round);
        return Digest.Of([.. previous, .. number]);
    }
}
