using NodaTime;

namespace CampaignKit;

/// <summary>The rules for the draws of a definition, each against the rest of it.</summary>
internal static class DrawChecks
{
    public static void Check(CampaignParts parts, DefinitionProblems problems)
    {
        var draws = DefinitionPath.Root["draws"];
        problems.CheckDistinct(parts.Draws.Select(d => d.Id), (_, id) => draws[id]);
        foreach (var draw in parts.Draws)
        {
            var path = draws[draw.Id];
            problems.CheckId(path, draw.Id);
            if (draw.FreezeAfter < Duration.Zero || draw.FreezeAfter > DefinitionLimits.FreezeAfter || !IsoDuration.CanWrite(draw.FreezeAfter))
                problems.Broken(path["freezeAfter"], $"\"{IsoDuration.Format(draw.FreezeAfter)}\"", "must be whole seconds from PT0S to P30D.");
            if (draw.Rules.Count == 0)
                problems.Broken(path["rules"], "[]", "must hold at least one rule.");
            foreach (var (index, rule) in draw.Rules.Index())
                CheckRule(rule, path["rules"][index], parts, problems);
            problems.CheckDistinct(draw.Rules.Select(r => r.Id), (index, _) => path["rules"][index]["id"]);
        }
    }

    private static void CheckRule(DrawRuleDefinition rule, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        problems.CheckId(path["id"], rule.Id);
        switch (rule)
        {
            case TopByDefinition topBy:
                CheckRankedUnit(topBy.Unit, path["topBy"], parts, problems);
                problems.CheckWhole(path["take"], topBy.Take, DefinitionLimits.Take);
                break;
            case RandomOfDefinition randomOf:
                CheckPopulation(randomOf.Population, path["randomOf"], parts, problems);
                problems.CheckWhole(path["take"], randomOf.Take, DefinitionLimits.Take);
                problems.CheckWhole(path["alternates"], randomOf.Alternates, DefinitionLimits.Alternates);
                break;
            case NumberEndsWithDefinition endings:
                CheckSuffixes(endings.Suffixes, path["numberEndsWith"], parts, problems);
                break;
        }
    }

    private static void CheckRankedUnit(string id, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        if (!problems.CheckKnown(path, id, [.. parts.Units.Select(u => u.Id)], "unit", "units") || !problems.AreComplete("units"))
            return;

        var awards = parts.Tasks.SelectMany(t => t.Awards);
        if (parts.Units.First(u => u.Id == id).IsSet)
            problems.Broken(path, DefinitionProblems.Quoted(id), "must be a sum: a unit with slots ranks nobody.");
        else if (problems.AreComplete("tasks") && !awards.Any(a => a.Unit == id && a.To == AwardTo.Participant))
            problems.Broken(path, DefinitionProblems.Quoted(id), "is awarded to participants by no task, so it ranks nobody.");
    }

    private static void CheckPopulation(Population population, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        if (population == Population.ApprovedMessages && problems.AreComplete("tasks") && !parts.Tasks.Exists(t => t.IsMessage))
            problems.Broken(path, DefinitionProblems.Quoted(DrawWording.Population.WordFor(population)), "needs a task with \"message\": true.");
    }

    private static void CheckSuffixes(IReadOnlyList<string> suffixes, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        if (suffixes.Count == 0)
            problems.Broken(path, "[]", "must hold at least one ending.");
        foreach (var (index, suffix) in suffixes.Index())
        {
            if (suffix.Length == 0 || !suffix.All(char.IsAsciiDigit))
                problems.Broken(path[index], DefinitionProblems.Quoted(suffix), "must be digits.");
            else if (suffix.Length > parts.NumberDigits && problems.AreComplete("numberDigits"))
                problems.Broken(path[index], DefinitionProblems.Quoted(suffix), $"must not be longer than a participant number, which has {parts.NumberDigits} digits.");
        }

        problems.CheckDistinct(suffixes, (index, _) => path[index]);
    }
}
