using CampaignKit.Draws;
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
            problems.CheckWhole(path["coolDown"], draw.CoolDown, DefinitionLimits.CoolDown);
            if (draw.ClaimWithin is { } within && (within <= Duration.Zero || within > DefinitionLimits.ClaimWithin || !IsoDuration.CanWrite(within)))
                problems.Broken(path["claimWithin"], $"\"{IsoDuration.Format(within)}\"", "must be whole seconds from PT1S to P366D.");
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
                CheckPlaces(topBy.Take, topBy.Alternates, path, problems);
                break;
            case FirstOfDefinition firstOf:
                CheckPopulation(firstOf.Population, path["firstOf"], parts, problems);
                CheckPlaces(firstOf.Take, firstOf.Alternates, path, problems);
                break;
            case RandomOfDefinition randomOf:
                CheckPopulation(randomOf.Population, path["randomOf"], parts, problems);
                CheckPlaces(randomOf.Take, randomOf.Alternates, path, problems);
                CheckChances(randomOf, path, parts, problems);
                QuotaChecks.Check(randomOf, path["quotas"], parts, problems);
                break;
            case NumberEndsWithDefinition endings:
                CheckSuffixes(endings, path["numberEndsWith"], parts, problems);
                break;
            case EveryNthDefinition nth:
                problems.CheckWhole(path["everyNth"], nth.N, DefinitionLimits.Step);
                problems.CheckWhole(path["offset"], nth.Offset, new WholeRange(0, Math.Max(0, nth.N - 1)));
                break;
            case ThresholdDefinition threshold:
                CheckRankedUnit(threshold.Unit, path["threshold"], parts, problems);
                problems.CheckWhole(path["atLeast"], threshold.AtLeast, DefinitionLimits.Reaches);
                break;
        }
    }

    private static void CheckPlaces(int take, int alternates, DefinitionPath path, DefinitionProblems problems)
    {
        problems.CheckWhole(path["take"], take, DefinitionLimits.Take);
        problems.CheckWhole(path["alternates"], alternates, DefinitionLimits.Alternates);
    }

    private static void CheckChances(RandomOfDefinition rule, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        var ofMessages = rule.Population == Population.ApprovedMessages;
        if (rule.OneEntryPerPerson && !ofMessages)
            problems.Broken(path["entries"], DefinitionProblems.Quoted(DrawWording.Entries.WordFor(true)), "is said of messages; participants always have one entry each.");
        if (rule.WeightedBy is not { } unit)
            return;
        CheckRankedUnit(unit, path["weightedBy"], parts, problems);
        if (ofMessages)
            problems.Broken(path["weightedBy"], DefinitionProblems.Quoted(unit), "weighs participants, not messages.");
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

    private static void CheckSuffixes(NumberEndsWithDefinition rule, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        var ofParticipants = rule.Of == Numbering.Participants;
        var most = ofParticipants ? parts.NumberDigits : DefinitionLimits.SerialDigits;
        if (rule.Suffixes.Count == 0)
            problems.Broken(path, "[]", "must hold at least one ending.");
        if (rule.Suffixes.Count > NumberEndsWithRule.MaxSuffixes)
            problems.Broken(path, $"{rule.Suffixes.Count} endings", $"must hold at most {NumberEndsWithRule.MaxSuffixes} endings.");
        foreach (var (index, suffix) in rule.Suffixes.Index())
        {
            if (suffix.Length == 0 || !suffix.All(char.IsAsciiDigit))
                problems.Broken(path[index], DefinitionProblems.Quoted(suffix), "must be digits.");
            else if (suffix.Length > most && (!ofParticipants || problems.AreComplete("numberDigits")))
                problems.Broken(path[index], DefinitionProblems.Quoted(suffix), $"must not be longer than {(ofParticipants ? "a participant number" : "the number of a check-in")}, which has {(ofParticipants ? "" : "at most ")}{most} digits.");
        }

        problems.CheckDistinct(rule.Suffixes, (index, _) => path[index]);
    }
}
