namespace CampaignKit.Draws;

/// <summary>
/// Verifies the BLS signatures by which drand signs its rounds. The platform has no such curve; a host that wants these checked puts a
/// pairing library behind this port. Implementations are safe from any thread.
/// </summary>
public interface IBeaconSignatureVerifier
{
    /// <summary>Whether a signature is good. Bytes that are no point of their group, or not of its right subgroup, are a bad signature.</summary>
    /// <param name="scheme">
    /// The drand scheme: <c>bls-unchained-g1-rfc9380</c> (key on G2, signature on G1, hashed to G1 with the domain
    /// <c>BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_</c>) or <c>pedersen-bls-chained</c> (key on G1, signature on G2, hashed to G2 with
    /// <c>BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_</c>).
    /// </param>
    /// <param name="publicKey">The chain's public key, a compressed point.</param>
    /// <param name="message">The 32 bytes that were signed, before they are hashed to the curve.</param>
    /// <param name="signature">The signature, a compressed point.</param>
    bool Verify(string scheme, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
