using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>Randomness as JSON: as a manifest names it before it exists, and as a transcript records it.</summary>
internal static class EntropyJson
{
    private const string Kinds = $"it is one of {DrandJson.Source}, {NistJson.Source}, {NumbersJson.Source}, {CommitmentJson.Source}";

    internal static void Write(Utf8JsonWriter json, FutureEntropy entropy)
    {
        switch (entropy)
        {
            case FutureDrandRound drand:
                json.WriteString("source", DrandJson.Source);
                DrandJson.Write(json, drand);
                break;
            case FutureNistPulse nist:
                json.WriteString("source", NistJson.Source);
                NistJson.Write(json, nist);
                break;
            case FutureNumbers numbers:
                json.WriteString("source", NumbersJson.Source);
                NumbersJson.Write(json, numbers);
                break;
            case OperatorCommitment commitment:
                json.WriteString("source", CommitmentJson.Source);
                CommitmentJson.Write(json, commitment);
                break;
            default:
                throw new InvalidOperationException($"A manifest has no word for {entropy.GetType().Name}.");
        }
    }

    internal static FutureEntropy ReadFuture(DocumentNode node) => node.Field("source").Text() switch
    {
        DrandJson.Source => DrandJson.ReadFuture(node),
        NistJson.Source => NistJson.ReadFuture(node),
        NumbersJson.Source => NumbersJson.ReadFuture(node),
        CommitmentJson.Source => CommitmentJson.ReadFuture(node),
        _ => throw node.Field("source").Refuse(Kinds),
    };

    internal static void Write(Utf8JsonWriter json, EntropyRecord entropy)
    {
        switch (entropy)
        {
            case DrandRound round:
                json.WriteString("source", DrandJson.Source);
                DrandJson.Write(json, round);
                break;
            case NistPulse pulse:
                json.WriteString("source", NistJson.Source);
                NistJson.Write(json, pulse);
                break;
            case AnnouncedNumbers numbers:
                json.WriteString("source", NumbersJson.Source);
                NumbersJson.Write(json, numbers);
                break;
            case OperatorReveal reveal:
                json.WriteString("source", CommitmentJson.Source);
                CommitmentJson.Write(json, reveal);
                break;
            default:
                throw new InvalidOperationException($"A transcript has no word for {entropy.GetType().Name}.");
        }
    }

    internal static EntropyRecord ReadRecord(DocumentNode node) => node.Field("source").Text() switch
    {
        DrandJson.Source => DrandJson.ReadRecord(node),
        NistJson.Source => NistJson.ReadRecord(node),
        NumbersJson.Source => NumbersJson.ReadRecord(node),
        CommitmentJson.Source => CommitmentJson.ReadRecord(node),
        _ => throw node.Field("source").Refuse(Kinds),
    };
}
