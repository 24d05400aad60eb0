using System.Globalization;
using NodaTime;

namespace CampaignKit;

/// <summary>The rules for the tasks of a definition, each against the rest of it.</summary>
internal static class TaskChecks
{
    public static void Check(CampaignParts parts, DefinitionProblems problems)
    {
        var tasks = DefinitionPath.Root["tasks"];
        problems.CheckDistinct(parts.Tasks.Select(t => t.Id), (_, id) => tasks[id]);
        foreach (var task in parts.Tasks)
        {
            var path = tasks[task.Id];
            problems.CheckId(path, task.Id);
            CheckCadence(task, path, parts, problems);
            CheckSites(task, path["at"], parts, problems);
            CheckWindow(task, path, parts, problems);
            if (task.Evidence is QuizRule quiz)
                problems.CheckWhole(path["evidence"]["quiz"]["pass"], quiz.Pass, DefinitionLimits.QuizPass);
            CheckAwards(task, path["award"], parts, problems);
        }
    }

    private static void CheckCadence(CampaignTask task, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        if (!task.Cadence.PerTeam)
            return;
        if (parts.Teams.Count == 0 && problems.AreComplete("teams"))
            problems.Broken(path["every"], DefinitionProblems.Quoted(task.Cadence.ToString()), "needs a campaign with teams.");
        if (task.IsMessage)
            problems.Broken(path["message"], "true", "must not be said of a task that is done once per team: a message has one author.");
    }

    private static void CheckSites(CampaignTask task, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        if (task.At is not { } at)
            return;
        if (at.Sites.Count == 0 && parts.Sites.Count == 0 && problems.AreComplete("sites"))
            problems.Broken(path, DefinitionProblems.Quoted(SiteRule.AnySiteText), "needs a campaign with sites.");
        foreach (var (index, site) in at.Sites.Index())
            problems.CheckKnown(path[index], site, parts.Sites, "site", "sites");
        problems.CheckDistinct(at.Sites, (index, _) => path[index]);
    }

    private static void CheckWindow(CampaignTask task, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        CheckInCampaign(path["from"], task.From, parts, problems);
        CheckInCampaign(path["to"], task.To, parts, problems);
        if (task.From > task.To)
            problems.Broken(path["to"], DefinitionProblems.Quoted(task.To.Value), $"must not be before the task's first day, {DefinitionProblems.Quoted(task.From.Value)}.");
    }

    private static void CheckInCampaign(DefinitionPath path, LocalDate? day, CampaignParts parts, DefinitionProblems problems)
    {
        if (day < parts.From || day > parts.To)
            problems.Broken(path, DefinitionProblems.Quoted(day.Value), "must be a day of the campaign.");
    }

    private static void CheckAwards(CampaignTask task, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        var toTeam = path[UnitChecks.ReservedId];
        var placed = task.Awards.Select(a => (Award: a, Path: (a.To == AwardTo.Team ? toTeam : path)[a.Unit])).ToList();
        if (task.Awards.Any(a => a.To == AwardTo.Team) && parts.Teams.Count == 0 && problems.AreComplete("teams"))
            problems.Broken(toTeam, "", "needs a campaign with teams.");

        foreach (var again in placed.GroupBy(p => p.Path).SelectMany(same => same.Skip(1)))
            problems.Broken(again.Path, ValueOf(again.Award), "must not pay the same unit to the same party twice.");

        foreach (var (award, at) in placed)
        {
            if (problems.CheckKnown(at, award.Unit, [.. parts.Units.Select(u => u.Id)], "unit", "units"))
                CheckAmount(award, at, parts.Units.First(u => u.Id == award.Unit), problems);
        }
    }

    private static void CheckAmount(Award award, DefinitionPath path, Unit unit, DefinitionProblems problems)
    {
        if (!problems.AreComplete("units"))
            return;
        if (unit.IsSet && award.Slot is null)
            problems.Broken(path, ValueOf(award), $"must be one of the unit's slots: {string.Join(", ", unit.Slots)}.");
        else if (award.Slot is not null && !unit.IsSet)
            problems.Broken(path, ValueOf(award), $"must be a quantity, such as 1: {unit.Id} has no slots.");
        else if (award.Slot is { } slot && !unit.Slots.Contains(slot))
            problems.Broken(path, ValueOf(award), $"is no slot of {unit.Id}; {Spelling.Hint(slot, unit.Slots)}.");
        else
            problems.CheckWhole(path, award.Quantity, DefinitionLimits.Quantity);
    }

    private static string ValueOf(Award award) =>
        award.Slot is { } slot ? DefinitionProblems.Quoted(slot) : award.Quantity.ToString(CultureInfo.InvariantCulture);
}
