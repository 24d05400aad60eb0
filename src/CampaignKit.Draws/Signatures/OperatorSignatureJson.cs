namespace CampaignKit.Draws;

/// <summary>An operator's signature as JSON.</summary>
internal static class OperatorSignatureJson
{
    internal static readonly Dictionary<string, SignedDocument> Documents = new()
    {
        ["manifest"] = SignedDocument.Manifest,
        ["transcript"] = SignedDocument.Transcript,
    };

    internal static byte[] Write(OperatorSignature signature) => DocumentWriter.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", OperatorSignature.Format);
        json.WriteString("document", Documents.NameOf(signature.Document));
        json.WriteString("digest", signature.Digest.ToString());
        json.WriteString("publicKey", signature.PublicKey.ToString());
        json.WriteString("signature", Convert.ToBase64String(signature.Signature.Span));
        json.WriteEndObject();
    });

    internal static OperatorSignature Read(DocumentNode node)
    {
        node.Object("format", "document", "digest", "publicKey", "signature");
        node.Field("format").Text(format => format == OperatorSignature.Format ? null : $"the format is {OperatorSignature.Format}");
        var document = node.Field("document").OneOf(Documents);
        var digest = node.Field("digest").Digest();
        var key = node.Field("publicKey").Text(OperatorPublicKey.Problem);
        var signature = node.Field("signature");
        return Base64Text.TryDecode(signature.Text(), out var bytes) && bytes.Length > 0
            ? new OperatorSignature(document, digest, OperatorPublicKey.Parse(key), bytes)
            : throw signature.Refuse("a signature is DER in base64, without white space");
    }
}
