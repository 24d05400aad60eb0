using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Randomness as JSON: as a manifest names it before it exists, and as a transcript records it.</summary>
internal static class EntropyJson
{
    private const string DrandBeacon = "drand";
    private const string Commitment = "operator-commitment";

    internal static void Write(Utf8JsonWriter json, FutureEntropy entropy)
    {
        switch (entropy)
        {
            case FutureDrandRound drand:
                json.WriteString("source", DrandBeacon);
                json.WriteString("chain", drand.Chain.Hash.ToString());
                json.WriteNumber("round", drand.Round);
                json.WriteString("due", drand.DueText);
                break;
            case OperatorCommitment commitment:
                json.WriteString("source", Commitment);
                json.WriteString("commitment", commitment.Commitment.ToString());
                break;
            default:
                throw new InvalidOperationException($"A manifest has no word for {entropy.GetType().Name}.");
        }
    }

    internal static FutureEntropy ReadFuture(DocumentNode node)
    {
        switch (node.Field("source").Text())
        {
            case DrandBeacon:
                node.Object("source", "chain", "round", "due");
                var chain = node.Field("chain").OneOf(Drand.Chains.ToDictionary(chain => chain.Hash.ToString()));
                var source = new FutureDrandRound(chain, node.Field("round").Integer(1, FutureDrandRound.MaxRound));
                node.Field("due").Text(due => due == source.DueText ? null : $"round {source.Round} of {chain} is due {source.DueText}");
                return source;
            case Commitment:
                node.Object("source", "commitment");
                return new OperatorCommitment(node.Field("commitment").Digest());
            default:
                throw node.Field("source").Refuse($"it is one of {DrandBeacon}, {Commitment}");
        }
    }

    internal static void Write(Utf8JsonWriter json, EntropyRecord entropy)
    {
        switch (entropy)
        {
            case DrandRound round:
                json.WriteString("source", DrandBeacon);
                json.WriteNumber("round", round.Round);
                json.WriteString("signature", round.Signature);
                json.WriteString("randomness", round.Randomness.ToString());
                break;
            case OperatorReveal reveal:
                json.WriteString("source", Commitment);
                json.WriteString("secret", reveal.Secret);
                break;
            default:
                throw new InvalidOperationException($"A transcript has no word for {entropy.GetType().Name}.");
        }
    }

    internal static EntropyRecord ReadRecord(DocumentNode node)
    {
        switch (node.Field("source").Text())
        {
            case DrandBeacon:
                node.Object("source", "round", "signature", "randomness");
                return new DrandRound(
                    node.Field("round").Integer(1, FutureDrandRound.MaxRound),
                    node.Field("signature").Text(signature => DrandRound.IsSignature(signature) ? null : "a signature is lower-case hex, two digits a byte"),
                    node.Field("randomness").Digest().ToString());
            case Commitment:
                node.Object("source", "secret");
                return new OperatorReveal(node.Field("secret").Digest().ToString());
            default:
                throw node.Field("source").Refuse($"it is one of {DrandBeacon}, {Commitment}");
        }
    }
}
