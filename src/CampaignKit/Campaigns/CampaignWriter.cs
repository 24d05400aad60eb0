using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignKit.Draws;

namespace CampaignKit;

/// <summary>Writes a definition as the JSON that <see cref="CampaignReader"/> reads; what has a default is written all the same.</summary>
internal static class CampaignWriter
{
    // No text of a definition needs escaping, and only unescaped is it canonical.
    private static readonly JavaScriptEncoder AsIs = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Write(Campaign campaign) =>
        Encoding.UTF8.GetString(Bytes(Node(campaign), new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = AsIs })) + "\n";

    public static Digest DigestOf(Campaign campaign) =>
        Digest.Of(Bytes(Sorted(Node(campaign)), new JsonWriterOptions { Encoder = AsIs }));

    private static JsonObject Node(Campaign campaign) => Object(
        ("campaign", campaign.Id),
        ("version", campaign.Version),
        ("zone", campaign.Calendar.Zone.Id),
        ("dayStart", CampaignText.Format(campaign.Calendar.DayStart)),
        ("from", CampaignText.Format(campaign.From)),
        ("to", CampaignText.Format(campaign.To)),
        ("numberDigits", campaign.NumberDigits),
        ("units", ById(campaign.Units, u => Object(("slots", Texts(u.Slots))))),
        ("teams", Texts(campaign.Teams)),
        ("sites", Texts(campaign.Sites)),
        ("tasks", ById(campaign.Tasks, Node)),
        ("goals", ById(campaign.Goals, Node)),
        ("draws", ById(campaign.Draws, Node)));

    private static JsonObject Node(CampaignTask task) => Object(
        ("every", task.Cadence.ToString()),
        ("at", task.At is { Sites.Count: 0 } ? SiteRule.AnySiteText : Texts(task.At?.Sites ?? [])),
        ("from", task.From is { } from ? CampaignText.Format(from) : null),
        ("to", task.To is { } to ? CampaignText.Format(to) : null),
        ("evidence", task.Evidence switch
        {
            QuizRule quiz => Object(("quiz", Object(("pass", quiz.Pass)))),
            StaffApprovalRule => Object(("approval", CampaignText.StaffApproval)),
            _ => null,
        }),
        ("message", task.IsMessage ? true : null),
        ("award", Awards(task.Awards)));

    private static JsonObject? Awards(IReadOnlyList<Award> awards)
    {
        var byParty = awards.ToLookup(a => a.To, a => (a.Unit, a.Slot is { } slot ? (JsonNode?)slot : a.Quantity));
        var toTeam = byParty[AwardTo.Team].ToArray();
        return awards.Count == 0 ? null : Object([
            .. byParty[AwardTo.Participant],
            (UnitChecks.ReservedId, toTeam.Length == 0 ? null : Object(toTeam)),
        ]);
    }

    private static JsonObject Node(Goal goal) => Object(
        (goal.IsDistinct ? "distinct" : "sum", goal.Unit),
        ("reaches", goal.Reaches),
        ("latched", goal.Latched));

    private static JsonObject Node(DrawDefinition draw) => Object(
        ("every", draw.Every.ToString()),
        ("freezeAfter", IsoDuration.Format(draw.FreezeAfter)),
        ("overlap", DrawWording.Overlap.WordFor(draw.Overlap)),
        ("coolDown", draw.CoolDown > 0 ? draw.CoolDown : null),
        ("claimWithin", draw.ClaimWithin is { } within ? IsoDuration.Format(within) : null),
        ("rules", new JsonArray([.. draw.Rules.Select(Node)])));

    private static JsonObject Node(DrawRuleDefinition rule) => rule switch
    {
        TopByDefinition top => Object(("id", top.Id), ("topBy", top.Unit), ("take", top.Take), ("ties", DrawWording.Ties.WordFor(top.Ties)), ("alternates", top.Alternates)),
        FirstOfDefinition first => Object(("id", first.Id), ("firstOf", DrawWording.Population.WordFor(first.Population)), ("take", first.Take), ("alternates", first.Alternates)),
        RandomOfDefinition random => Object(
            ("id", random.Id),
            ("randomOf", DrawWording.Population.WordFor(random.Population)),
            ("take", random.Take),
            ("alternates", random.Alternates),
            ("entries", random.OneEntryPerPerson ? DrawWording.Entries.WordFor(true) : null),
            ("weightedBy", random.WeightedBy),
            ("quotas", random.Quotas.Count == 0 ? null : Object([.. random.Quotas.Select(q => (q.Team, (JsonNode?)Object(("min", q.Min), ("max", q.Max))))]))),
        NumberEndsWithDefinition number => Object(("id", number.Id), ("numberEndsWith", Texts(number.Suffixes)), ("of", DrawWording.Numbering.WordFor(number.Of))),
        EveryNthDefinition nth => Object(("id", nth.Id), ("everyNth", nth.N), ("offset", nth.Offset), ("of", DrawWording.Numbering.WordFor(nth.Of))),
        ThresholdDefinition threshold => Object(("id", threshold.Id), ("threshold", threshold.Unit), ("atLeast", threshold.AtLeast)),
        _ => throw new System.Diagnostics.UnreachableException($"{rule.GetType().Name} is no rule of a draw."),
    };

    private static JsonObject Object(params (string Name, JsonNode? Value)[] properties) =>
        new(properties.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));

    private static JsonObject? ById<T>(IReadOnlyDictionary<string, T> parts, Func<T, JsonNode> node) =>
        parts.Count == 0 ? null : new(parts.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, node(p.Value))));

    private static JsonArray? Texts(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : new([.. texts.Select(t => JsonValue.Create(t))]);

    /// <summary>The same with the properties of each object in ordinal order.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray json => new JsonArray([.. json.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static byte[] Bytes(JsonNode? node, JsonWriterOptions options)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, options))
            node!.WriteTo(writer);
        return bytes.ToArray();
    }
}
