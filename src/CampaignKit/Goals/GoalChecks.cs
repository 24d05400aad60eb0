using System.Globalization;

namespace CampaignKit;

/// <summary>The rules for the goals of a definition: each can be met.</summary>
internal static class GoalChecks
{
    public static void Check(CampaignParts parts, DefinitionProblems problems)
    {
        var goals = DefinitionPath.Root["goals"];
        problems.CheckDistinct(parts.Goals.Select(g => g.Id), (_, id) => goals[id]);
        foreach (var goal in parts.Goals)
        {
            var path = goals[goal.Id];
            problems.CheckId(path, goal.Id);
            problems.CheckWhole(path["reaches"], goal.Reaches, DefinitionLimits.Reaches);
            CheckUnit(goal, path, parts, problems);
        }
    }

    private static void CheckUnit(Goal goal, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        var at = path[goal.IsDistinct ? "distinct" : "sum"];
        if (!problems.CheckKnown(at, goal.Unit, [.. parts.Units.Select(u => u.Id)], "unit", "units") || !problems.AreComplete("units"))
            return;

        var unit = parts.Units.First(u => u.Id == goal.Unit);
        if (unit.IsSet != goal.IsDistinct)
            problems.Broken(at, DefinitionProblems.Quoted(unit.Id), unit.IsSet ? "has slots: write \"distinct\" to count them." : "has no slots: write \"sum\" to count it.");
        else if (problems.AreComplete("tasks"))
            CheckReach(goal, path, unit, parts, problems);
    }

    private static void CheckReach(Goal goal, DefinitionPath path, Unit unit, CampaignParts parts, DefinitionProblems problems)
    {
        var awards = parts.Tasks.SelectMany(t => t.Awards).Where(a => a.Unit == unit.Id).ToList();
        if (awards.Count == 0)
            problems.Broken(path[goal.IsDistinct ? "distinct" : "sum"], DefinitionProblems.Quoted(unit.Id), "is awarded by no task, so the goal could never be met.");

        // Nobody knows beforehand how many participants fill slots of their own, so only a set of the teams has a bound.
        var ofTeams = unit.IsSet && awards.Count > 0 && awards.TrueForAll(a => a.To == AwardTo.Team);
        if (!ofTeams || !problems.AreComplete("teams") || parts.Teams.Count == 0)
            return;
        var slots = awards.Select(a => a.Slot).Distinct().Count();
        if (goal.Reaches > (long)slots * parts.Teams.Count)
        {
            problems.Broken(
                path["reaches"],
                goal.Reaches.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"must be at most {slots * parts.Teams.Count}: tasks award {slots} of the slots to each of {parts.Teams.Count} teams."));
        }
    }
}
