using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The claims of a transcript as JSON.</summary>
internal static class PrizeEventJson
{
    private const string Published = "published";
    private const string Claimed = "claimed";
    private const string Forfeited = "forfeited";

    internal static void Write(Utf8JsonWriter json, PrizeEvent happened)
    {
        json.WriteStartObject();
        WriteFields(json, happened);
        json.WriteString("digest", happened.Digest.ToString());
        json.WriteEndObject();
    }

    /// <summary>The digest that an event has after that of the one before.</summary>
    internal static Digest DigestOf(PrizeEvent happened, Digest before)
    {
        using var document = JsonDocument.Parse(DocumentWriter.Write(json =>
        {
            json.WriteStartObject();
            WriteFields(json, happened);
            json.WriteEndObject();
        }));
        return Digest.Of($"{before}:{Encoding.UTF8.GetString(CanonicalJson.Of(document.RootElement))}");
    }

    internal static IReadOnlyList<PrizeEvent> Read(DocumentNode node, Manifest manifest)
    {
        var items = node.Items();
        if (items.Count == 0)
            throw node.Refuse("claims begin with the publication; without it the field is left out");
        return [.. items.Select((item, index) => ReadEvent(item, manifest, isFirst: index == 0))];
    }

    private static void WriteFields(Utf8JsonWriter json, PrizeEvent happened)
    {
        switch (happened)
        {
            case ResultPublished:
                WriteWhat(Published);
                break;
            case PrizeClaimed claimed:
                json.WriteString("rule", claimed.RuleId);
                json.WriteString("id", claimed.EntryId);
                WriteWhat(Claimed);
                break;
            case PrizeForfeited forfeited:
                json.WriteString("rule", forfeited.RuleId);
                json.WriteString("id", forfeited.EntryId);
                WriteWhat(Forfeited);
                json.WriteString("reason", forfeited.Reason);
                json.WriteString("by", forfeited.By);
                if (forfeited.Promoted is { } promoted)
                    json.WriteString("promoted", promoted);
                break;
            default:
                throw new InvalidOperationException($"A transcript has no word for {happened.GetType().Name}.");
        }

        void WriteWhat(string what)
        {
            json.WriteString("at", WholeSecond.TextOf(happened.At));
            json.WriteString("what", what);
        }
    }

    private static PrizeEvent ReadEvent(DocumentNode node, Manifest manifest, bool isFirst)
    {
        var what = node.Field("what").Text(what => isFirst == (what == Published) ? null : "the publication is the first event, and the only one of its kind");
        var at = WholeSecond.Read(node.Field("at"));
        var digest = node.Field("digest").Digest();
        switch (what)
        {
            case Published:
                node.Object("at", "what", "digest");
                return new ResultPublished(at) { Digest = digest };
            case Claimed:
                node.Object("rule", "id", "at", "what", "digest");
                return new PrizeClaimed(ReadRule(), ReadText("id"), at) { Digest = digest };
            case Forfeited:
                node.Object("rule", "id", "at", "what", "reason", "by", "promoted", "digest");
                return new PrizeForfeited(ReadRule(), ReadText("id"), at, ReadText("reason"), ReadText("by"), node.Optional("promoted")?.Text(EntrantText.Problem)) { Digest = digest };
            default:
                throw node.Field("what").Refuse($"it is one of {Published}, {Claimed}, {Forfeited}");
        }

        string ReadRule() => node.Field("rule").Text(id => manifest.Rules.Any(rule => rule.Id == id) ? null : "it is a rule of the manifest");

        string ReadText(string name) => node.Field(name).Text(EntrantText.Problem);
    }
}
