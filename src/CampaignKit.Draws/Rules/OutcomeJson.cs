using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CampaignKit.Draws;

/// <summary>The outcome of a rule as JSON.</summary>
internal static class OutcomeJson
{
    private static readonly Dictionary<string, SkipReason> Reasons = new()
    {
        ["excluded"] = SkipReason.Excluded,
        ["won-by-earlier-rule"] = SkipReason.WonByEarlierRule,
        ["drawn-by-this-rule"] = SkipReason.DrawnByThisRule,
    };

    internal static void Write(Utf8JsonWriter json, RuleOutcome outcome, DrawRule rule)
    {
        var valueField = ValueField(rule.Pool.Kind);
        json.WriteStartObject();
        json.WriteString("id", outcome.RuleId);
        json.WriteString("seed", outcome.Seed.ToString());
        WriteEntries(json, "winners", outcome.Winners, valueField);
        WriteEntries(json, "alternates", outcome.Alternates, valueField);
        json.WriteStartArray("skipped");
        foreach (var skipped in outcome.Skipped)
        {
            json.WriteStartObject();
            WriteEntry(json, skipped.Entry, valueField);
            json.WriteString("reason", Reasons.NameOf(skipped.Reason));
            if (skipped.RuleId is { } byRule)
                json.WriteString("byRule", byRule);
            if (skipped.EntryId is { } byEntry)
                json.WriteString("byEntry", byEntry);
            if (skipped.Why is { } why)
                json.WriteString("why", why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static RuleOutcome Read(DocumentNode node, DrawRule rule)
    {
        node.Object("id", "seed", "winners", "alternates", "skipped");
        node.Field("id").Text(id => id == rule.Id ? null : $"outcomes stand in the order of the manifest's rules; '{rule.Id}' is due here");
        return new RuleOutcome(
            rule.Id,
            new RuleSeed(node.Field("seed").Digest()),
            [.. node.Field("winners").Items().Select(entry => ReadEntry(entry, rule, "share"))],
            [.. node.Field("alternates").Items().Select(entry => ReadEntry(entry, rule))],
            [.. node.Field("skipped").Items().Select(entry => ReadSkipped(entry, rule))]);
    }

    private static void WriteEntries(Utf8JsonWriter json, string name, IReadOnlyList<DrawnEntry> entries, string? valueField)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            WriteEntry(json, entry, valueField);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, DrawnEntry entry, string? valueField)
    {
        json.WriteString("id", entry.Id);
        if (valueField is not null)
            json.WriteString(valueField, entry.Value);
        if (entry.Reached is { } reached)
            json.WriteString("reached", reached);
        if (entry.Stratum is { } stratum)
            json.WriteString("stratum", stratum);
        if (entry.Holder is { } holder)
            json.WriteString("holder", holder);
        if (entry.Ticket is { } ticket)
            json.WriteString("ticket", ticket.ToString());
        if (entry.Share is { } share)
            json.WriteString("share", share.ToString());
    }

    private static DrawnEntry ReadEntry(DocumentNode node, DrawRule rule, params ReadOnlySpan<string> more)
    {
        var valueField = ValueField(rule.Pool.Kind);
        var reachedField = rule.Pool.Kind == PoolKind.TimedScores ? "reached" : null;
        var holderField = rule.Pool.HoldersDigest is null ? null : "holder";
        var stratumField = rule.Pool.StrataDigest is null ? null : "stratum";
        node.Object([.. new[] { "id", valueField, reachedField, stratumField, holderField, "ticket" }.OfType<string>(), .. more]);
        return new DrawnEntry(
            node.Field("id").Text(EntrantText.Problem),
            valueField is null ? null : node.Field(valueField).Text(value => ValueProblem(rule.Pool.Kind, value)),
            node.Optional("ticket")?.Digest(),
            holderField is null ? null : node.Field(holderField).Text(EntrantText.Problem),
            node.Optional("share") is { } share ? ReadShare(share) : null)
        {
            Reached = reachedField is null ? null : node.Field(reachedField).Text(value => ValueProblem(PoolKind.Scores, value)),
            Stratum = stratumField is null ? null : node.Field(stratumField).Text(EntrantText.Problem),
        };
    }

    private static SkippedEntry ReadSkipped(DocumentNode node, DrawRule rule)
    {
        var reason = node.Field("reason").OneOf(Reasons);
        return reason == SkipReason.Excluded
            ? new SkippedEntry(ReadEntry(node, rule, "reason", "why"), reason, Why: node.Field("why").Text(EntrantText.Problem))
            : new SkippedEntry(
                ReadEntry(node, rule, "reason", "byRule", "byEntry"),
                reason,
                node.Field("byRule").Text(DrawRule.IdProblem),
                node.Field("byEntry").Text(EntrantText.Problem));
    }

    private static Share ReadShare(DocumentNode node)
    {
        var parts = node.Text().Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var places)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var among)
            ? new Share(places, among)
            : throw node.Refuse("a share reads places/among, such as 7/40");
    }

    // A timed score stands in two fields, each of which reads as a score.
    private static string? ValueProblem(PoolKind kind, string value) =>
        LineShape.Of(kind == PoolKind.TimedScores ? PoolKind.Scores : kind).Problem(Encoding.UTF8.GetBytes(value));

    /// <summary>The field of an entry's value; null where it has none.</summary>
    internal static string? ValueField(PoolKind kind) => kind switch
    {
        PoolKind.Weights => "weight",
        PoolKind.Scores or PoolKind.TimedScores => "score",
        PoolKind.Numbers => "number",
        _ => null,
    };
}
