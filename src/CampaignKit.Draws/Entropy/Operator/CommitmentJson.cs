using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>An operator's commitment and its reveal as JSON.</summary>
internal static class CommitmentJson
{
    internal const string Source = "operator-commitment";

    internal static void Write(Utf8JsonWriter json, OperatorCommitment future) => json.WriteString("commitment", future.Commitment.ToString());

    internal static OperatorCommitment ReadFuture(DocumentNode node)
    {
        node.Object("source", "commitment");
        return new OperatorCommitment(node.Field("commitment").Digest());
    }

    internal static void Write(Utf8JsonWriter json, OperatorReveal reveal) => json.WriteString("secret", reveal.Secret);

    internal static OperatorReveal ReadRecord(DocumentNode node)
    {
        node.Object("source", "secret");
        return new OperatorReveal(node.Field("secret").Digest().ToString());
    }
}
