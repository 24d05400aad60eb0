using System.Globalization;

namespace CampaignKit;

/// <summary>The rules for the quotas of a random draw: what no team could ever meet is a problem of the definition.</summary>
internal static class QuotaChecks
{
    public static void Check(RandomOfDefinition rule, DefinitionPath path, CampaignParts parts, DefinitionProblems problems)
    {
        if (rule.Quotas.Count == 0)
            return;
        if (rule.Population == Population.ApprovedMessages && !rule.OneEntryPerPerson)
            problems.Broken(path, "{ … }", "are of people: of participants, or of messages with \"entries\": \"one a person\".");
        foreach (var quota in rule.Quotas)
        {
            problems.CheckKnown(path[quota.Team], quota.Team, parts.Teams, "team", "teams");
            problems.CheckWhole(path[quota.Team]["min"], quota.Min, DefinitionLimits.Alternates);
            problems.CheckWhole(path[quota.Team]["max"], quota.Max, DefinitionLimits.Alternates);
            if (quota.Min > quota.Max)
                problems.Broken(path[quota.Team], $"{{ \"min\": {quota.Min}, \"max\": {quota.Max} }}", "must have a minimum that is not above its maximum.");
        }

        problems.CheckDistinct(rule.Quotas.Select(q => q.Team), (_, team) => path[team]);
        var minima = rule.Quotas.Sum(q => (long)q.Min);
        if (minima > rule.Take)
            problems.Broken(path, minima.ToString(CultureInfo.InvariantCulture), $"must have minima that together are at most the {rule.Take} places.");
    }
}
