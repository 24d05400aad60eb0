using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Rounds of drand as JSON.</summary>
internal static class DrandJson
{
    internal const string Source = "drand";

    private const string Previous = "previousSignature";

    internal static void Write(Utf8JsonWriter json, FutureDrandRound future)
    {
        json.WriteString("chain", future.Chain.Hash.ToString());
        json.WriteNumber("round", future.Round);
        json.WriteString("due", future.DueText);
    }

    internal static FutureDrandRound ReadFuture(DocumentNode node)
    {
        node.Object("source", "chain", "round", "due");
        var chain = node.Field("chain").OneOf(Drand.Chains.ToDictionary(chain => chain.Hash.ToString()));
        var future = new FutureDrandRound(chain, node.Field("round").Integer(1, FutureDrandRound.MaxRound));
        node.Field("due").Text(due => due == future.DueText ? null : $"round {future.Round} of {chain} is due {future.DueText}");
        return future;
    }

    internal static void Write(Utf8JsonWriter json, DrandRound round)
    {
        json.WriteNumber("round", round.Round);
        json.WriteString("signature", round.Signature);
        if (round.PreviousSignature is { } previous)
            json.WriteString(Previous, previous);
        json.WriteString("randomness", round.Randomness.ToString());
    }

    internal static DrandRound ReadRecord(DocumentNode node)
    {
        node.Object("source", "round", "signature", Previous, "randomness");
        node.Field("randomness");
        return ReadRound(node, Previous);
    }

    /// <summary>A round, in a transcript or from the beacon, which spell the signature before differently.</summary>
    internal static DrandRound ReadRound(DocumentNode node, string previousName)
    {
        var signature = node.Field("signature").Text(DrandRound.SignatureProblem);
        return new DrandRound(
            node.Field("round").Integer(1, FutureDrandRound.MaxRound),
            signature,
            node.Optional("randomness")?.Digest().ToString() ?? DrandRound.RandomnessOf(signature),
            node.Optional(previousName)?.Text(DrandRound.SignatureProblem));
    }
}
