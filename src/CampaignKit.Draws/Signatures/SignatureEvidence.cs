namespace CampaignKit.Draws;

/// <summary>What signatures a verification found, all of which are good. Immutable.</summary>
/// <param name="Documents">What is signed; empty if nothing is.</param>
/// <param name="Key">The key that signed; null if nothing is signed.</param>
/// <param name="IsKnown">Whether that is the key which the caller knew to be the operator's.</param>
public sealed record SignatureEvidence(IReadOnlyList<SignedDocument> Documents, OperatorPublicKey? Key, bool IsKnown)
{
    internal static SignatureEvidence None { get; } = new([], Key: null, IsKnown: false);

    /// <summary>The evidence in words.</summary>
    public override string ToString() => Key is null
        ? "not signed"
        : $"{string.Join(" and ", Documents.Select(OperatorSignatureJson.Documents.NameOf))} signed by "
            + (IsKnown ? $"the operator's key {Key.Fingerprint}" : $"key {Key.Fingerprint}, not checked against a known key");
}
