using NodaTime;

namespace CampaignKit;

/// <summary>
/// Reads the parts of a definition from its JSON. What cannot be read is a problem and leaves something harmless in its place, so that
/// everything else is still read and checked.
/// </summary>
internal static class CampaignReader
{
    public static CampaignParts Read(JsonPart json)
    {
        json.Allow("campaign", "version", "zone", "dayStart", "from", "to", "numberDigits", "units", "teams", "sites", "tasks", "goals", "draws");
        var parts = new CampaignParts
        {
            Id = json.Required("campaign")?.Text() ?? "",
            Version = (int?)json.Required("version")?.Whole(DefinitionLimits.Version) ?? 1,
            Zone = json.Required("zone")?.Text(),
            DayStart = json["dayStart"]?.Text(CampaignText.ReadTime, CampaignText.TimeRule) ?? LocalTime.Midnight,
            From = json.Required("from")?.Text(CampaignText.ReadDate, CampaignText.DateRule),
            To = json.Required("to")?.Text(CampaignText.ReadDate, CampaignText.DateRule),
            NumberDigits = (int?)json["numberDigits"]?.Whole(DefinitionLimits.NumberDigits) ?? Campaign.DefaultNumberDigits,
        };
        parts.Units.AddRange(Members(json, "units").Select(ReadUnit));
        parts.Teams.AddRange(json["teams"]?.Texts() ?? []);
        parts.Sites.AddRange(json["sites"]?.Texts() ?? []);
        parts.Tasks.AddRange(Members(json, "tasks").Select(ReadTask));
        parts.Goals.AddRange(Members(json, "goals").Select(ReadGoal));
        parts.Draws.AddRange(Members(json, "draws").Select(DrawReader.Read));
        return parts;
    }

    private static IEnumerable<JsonPart> Members(JsonPart json, string property) => json[property]?.Members ?? [];

    private static Unit ReadUnit(JsonPart json)
    {
        json.Allow("slots");
        var slots = json["slots"]?.Texts().ToList() ?? [];
        if (json["slots"] is { IsList: true } list && slots.Count == 0)
            list.Refuse("must hold at least one slot; leave it out for a unit that is a sum.");
        return new Unit(json.Name, slots);
    }

    private static CampaignTask ReadTask(JsonPart json)
    {
        json.Allow("every", "at", "from", "to", "evidence", "message", "award");
        return new CampaignTask(json.Name)
        {
            Cadence = ReadCadence(json.Required("every")),
            At = json["at"] is { } at ? ReadSites(at) : null,
            From = json["from"]?.Text(CampaignText.ReadDate, CampaignText.DateRule),
            To = json["to"]?.Text(CampaignText.ReadDate, CampaignText.DateRule),
            Evidence = json["evidence"] is { } evidence ? ReadEvidence(evidence) : null,
            IsMessage = json["message"]?.Flag() ?? false,
            Awards = [.. Members(json, "award").SelectMany(ReadAwards)],
        };
    }

    private static Cadence ReadCadence(JsonPart? json)
    {
        if (json is { IsText: true } && Cadence.TryParse(json.Text()!, out var cadence))
            return cadence;
        json?.Refuse(Cadence.TextRule);
        return Cadence.AnyTime;
    }

    private static SiteRule? ReadSites(JsonPart json)
    {
        if (json is { IsText: true } && json.Text() == SiteRule.AnySiteText)
            return SiteRule.AnySite;
        if (json is { IsList: true } && json.Texts().ToList() is { Count: > 0 } sites)
            return new SiteRule(sites);
        json.Refuse($"must be \"{SiteRule.AnySiteText}\" or a list of at least one site.");
        return null;
    }

    private static EvidenceRule? ReadEvidence(JsonPart json)
    {
        json.Allow("quiz", "approval");
        switch (json.OneOf("quiz", "approval"))
        {
            case { Name: "quiz" } quiz:
                quiz.Allow("pass");
                return new QuizRule((int?)quiz.Required("pass")?.Whole(DefinitionLimits.QuizPass) ?? 0);
            case { } approval:
                if (approval is not { IsText: true } || approval.Text() != CampaignText.StaffApproval)
                    approval.Refuse($"must be \"{CampaignText.StaffApproval}\".");
                return new StaffApprovalRule();
            default:
                return null;
        }
    }

    private static IEnumerable<Award> ReadAwards(JsonPart json) => json.Name == UnitChecks.ReservedId
        ? json.Members.Select(m => ReadAward(m, AwardTo.Team))
        : [ReadAward(json, AwardTo.Participant)];

    private static Award ReadAward(JsonPart json, AwardTo to) => json.IsText
        ? new Award(json.Name, 1, json.Text(), to)
        : new Award(json.Name, json.Whole(DefinitionLimits.Quantity) ?? 1, null, to);

    private static Goal ReadGoal(JsonPart json)
    {
        json.Allow("sum", "distinct", "reaches", "latched");
        var counted = json.OneOf("sum", "distinct");
        return new Goal(
            json.Name,
            counted?.Text() ?? "",
            json.Required("reaches")?.Whole(DefinitionLimits.Reaches) ?? 1,
            json["latched"]?.Flag() ?? false)
        {
            IsDistinct = counted?.Name == "distinct",
        };
    }
}
