namespace CampaignKit;

/// <summary>How much of a unit has been awarded, over the whole campaign or in one period: a fold over the record.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Total">Of a sum, all that was awarded, in minor units; of a set, the filled slots of all teams, and of those in none as if they were one.</param>
/// <param name="ByTeam">The same of each team, by the team's id; awards to people in no team are in none of them.</param>
/// <param name="SlotsByTeam">Of a set, the filled slots of each team in the order of the definition; empty for a sum.</param>
public sealed record Tally(
    string Unit,
    long Total,
    IReadOnlyDictionary<string, long> ByTeam,
    IReadOnlyDictionary<string, IReadOnlyList<string>> SlotsByTeam);
