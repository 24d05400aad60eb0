using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit;

/// <summary>Checks a definition as a whole, however it was written; the concepts' own rules are in <see cref="UnitChecks"/> to <see cref="DrawChecks"/>.</summary>
internal static class CampaignChecks
{
    public static void Check(CampaignParts parts, DefinitionProblems problems)
    {
        var root = DefinitionPath.Root;
        problems.CheckId(root["campaign"], parts.Id);
        problems.CheckWhole(root["version"], parts.Version, DefinitionLimits.Version);
        CheckCalendar(parts, problems);
        problems.CheckWhole(root["numberDigits"], parts.NumberDigits, DefinitionLimits.NumberDigits);
        CheckIds(parts.Teams, root["teams"], problems);
        CheckIds(parts.Sites, root["sites"], problems);
        UnitChecks.Check(parts, problems);
        TaskChecks.Check(parts, problems);
        GoalChecks.Check(parts, problems);
        DrawChecks.Check(parts, problems);
    }

    private static void CheckCalendar(CampaignParts parts, DefinitionProblems problems)
    {
        var root = DefinitionPath.Root;
        if (parts.Zone is null)
            problems.Broken(root["zone"], "", "is required: the IANA time zone of the campaign, such as Asia/Shanghai.");
        else if (!CampaignCalendar.TryIn(parts.Zone, parts.DayStart, out _, out _))
            problems.Broken(root["zone"], DefinitionProblems.Quoted(parts.Zone), "must be the id of an IANA time zone, such as Asia/Shanghai (upper and lower case count).");

        if (parts.DayStart.NanosecondOfDay % NodaConstants.NanosecondsPerMinute != 0)
            problems.Broken(root["dayStart"], $"\"{LocalTimePattern.ExtendedIso.Format(parts.DayStart)}\"", "must be a whole minute.");

        CheckDay(root["from"], parts.From, "first", problems);
        CheckDay(root["to"], parts.To, "last", problems);
        if (parts.From > parts.To)
            problems.Broken(root["to"], DefinitionProblems.Quoted(parts.To.Value), $"must not be before the first day, {DefinitionProblems.Quoted(parts.From.Value)}.");
    }

    private static void CheckDay(DefinitionPath path, LocalDate? day, string which, DefinitionProblems problems)
    {
        if (day is not { } date)
            problems.Broken(path, "", $"is required: the {which} day of the campaign, such as 2021-03-25.");
        else if (date < DefinitionLimits.FirstDay || date > DefinitionLimits.LastDay)
            problems.Broken(path, DefinitionProblems.Quoted(date), $"must be from {DefinitionProblems.Quoted(DefinitionLimits.FirstDay)} to {DefinitionProblems.Quoted(DefinitionLimits.LastDay)}.");
    }

    private static void CheckIds(List<string> ids, DefinitionPath path, DefinitionProblems problems)
    {
        foreach (var (index, id) in ids.Index())
            problems.CheckId(path[index], id);
        problems.CheckDistinct(ids, (index, _) => path[index]);
    }
}
