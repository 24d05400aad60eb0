using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit;

/// <summary>Reads a draw from the JSON of a definition.</summary>
internal static class DrawReader
{
    private static readonly string[] Kinds = ["topBy", "firstOf", "randomOf", "numberEndsWith", "everyNth", "threshold"];

    public static DrawDefinition Read(JsonPart json)
    {
        json.Allow("every", "freezeAfter", "overlap", "coolDown", "claimWithin", "rules");
        return new DrawDefinition(json.Name)
        {
            Every = ReadPeriod(json.Required("every")),
            FreezeAfter = json["freezeAfter"]?.Text(IsoDuration.Read, IsoDuration.Rule) ?? Duration.Zero,
            Overlap = json["overlap"]?.Word(DrawWording.Overlap) ?? OverlapPolicy.OnePrizePerPerson,
            CoolDown = (int?)json["coolDown"]?.Whole(DefinitionLimits.CoolDown) ?? 0,
            ClaimWithin = json["claimWithin"]?.Text(IsoDuration.Read, IsoDuration.Rule),
            Rules = [.. (json.Required("rules")?.Items() ?? []).Select(ReadRule)],
        };
    }

    private static PeriodRule ReadPeriod(JsonPart? json)
    {
        if (json is { IsText: true } && PeriodRule.TryParse(json.Text(), out var period, out _))
            return period;
        json?.Refuse("must be \"day\", \"week\", \"month\", or a week of one's own such as \"week from saturday\" or \"week from saturday 10:00\".");
        return PeriodRule.Week;
    }

    private static DrawRuleDefinition ReadRule(JsonPart json)
    {
        var id = json.Required("id")?.Text() ?? "";
        switch (json.OneOf(Kinds))
        {
            case { Name: "topBy" } unit:
                json.Allow("id", "topBy", "take", "ties", "alternates");
                return new TopByDefinition(id, unit.Text() ?? "", ReadTake(json), json.Required("ties")?.Word(DrawWording.Ties) ?? TiePolicy.Ticket, ReadAlternates(json));
            case { Name: "firstOf" } population:
                json.Allow("id", "firstOf", "take", "alternates");
                return new FirstOfDefinition(id, ReadPopulation(population), ReadTake(json), ReadAlternates(json));
            case { Name: "randomOf" } population:
                json.Allow("id", "randomOf", "take", "alternates", "entries", "weightedBy", "quotas");
                return new RandomOfDefinition(id, ReadPopulation(population), ReadTake(json), ReadAlternates(json))
                {
                    OneEntryPerPerson = json["entries"]?.Word(DrawWording.Entries) ?? false,
                    WeightedBy = json["weightedBy"]?.Text(),
                    Quotas = [.. (json["quotas"]?.Members ?? []).Select(ReadQuota)],
                };
            case { Name: "numberEndsWith" } endings:
                json.Allow("id", "numberEndsWith", "of");
                return new NumberEndsWithDefinition(id, [.. endings.Texts()], ReadNumbering(json));
            case { Name: "everyNth" } step:
                json.Allow("id", "everyNth", "offset", "of");
                return new EveryNthDefinition(id, step.Whole(DefinitionLimits.Step) ?? 1, json["offset"]?.Whole(new WholeRange(0, DefinitionLimits.Step.Most)) ?? 0, ReadNumbering(json));
            case { } unit:
                json.Allow("id", "threshold", "atLeast");
                return new ThresholdDefinition(id, unit.Text() ?? "", json.Required("atLeast")?.Whole(DefinitionLimits.Reaches) ?? 1);
            default:
                json.Allow(["id", .. Kinds, "take", "ties", "alternates", "entries", "weightedBy", "quotas", "of", "offset", "atLeast"]);
                return new RandomOfDefinition(id, Population.Participants, 1, 0);
        }
    }

    /// <summary>A number is that many exactly.</summary>
    private static TeamQuota ReadQuota(JsonPart json)
    {
        if (json.IsNumber)
            return json.Whole(DefinitionLimits.Alternates) is { } exactly ? new TeamQuota(json.Name, (int)exactly, (int)exactly) : new TeamQuota(json.Name, 0, 0);
        json.Allow("min", "max");
        return new TeamQuota(
            json.Name,
            (int?)json["min"]?.Whole(DefinitionLimits.Alternates) ?? 0,
            (int?)json["max"]?.Whole(DefinitionLimits.Alternates) ?? (int)DefinitionLimits.Alternates.Most);
    }

    private static int ReadTake(JsonPart json) => (int?)json.Required("take")?.Whole(DefinitionLimits.Take) ?? 1;

    private static int ReadAlternates(JsonPart json) => (int?)json["alternates"]?.Whole(DefinitionLimits.Alternates) ?? 0;

    private static Population ReadPopulation(JsonPart json) => json.Word(DrawWording.Population) ?? Population.Participants;

    private static Numbering ReadNumbering(JsonPart json) => json["of"]?.Word(DrawWording.Numbering) ?? Numbering.Participants;
}
