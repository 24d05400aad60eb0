namespace CampaignKit;

/// <summary>The rules for the units of a definition.</summary>
internal static class UnitChecks
{
    /// <summary>In an award this word names the team that receives it.</summary>
    public const string ReservedId = "team";

    public static void Check(CampaignParts parts, DefinitionProblems problems)
    {
        var units = DefinitionPath.Root["units"];
        problems.CheckDistinct(parts.Units.Select(u => u.Id), (_, id) => units[id]);
        foreach (var unit in parts.Units)
        {
            var path = units[unit.Id];
            problems.CheckId(path, unit.Id);
            if (unit.Id == ReservedId)
                problems.Broken(path, DefinitionProblems.Quoted(unit.Id), "is not free as the id of a unit: in an award it means the participant's team.");
            foreach (var (index, slot) in unit.Slots.Index())
                problems.CheckId(path["slots"][index], slot);
            problems.CheckDistinct(unit.Slots, (index, _) => path["slots"][index]);
        }
    }
}
