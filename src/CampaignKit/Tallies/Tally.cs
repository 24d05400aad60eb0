namespace CampaignKit;

/// <summary>How much of a unit has been awarded, over the whole campaign or in one period: a fold over the record.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Total">Of a sum, all that was awarded, in minor units; of a set, the filled slots of all parties, be they teams or participants.</param>
/// <param name="ByTeam">The same of each team, by the team's id: of a sum with what its members were awarded while in it, of a set the team's own slots.</param>
/// <param name="SlotsByTeam">Of a set, the filled slots of each team itself in the order of the definition; empty for a sum.</param>
public sealed record Tally(
    string Unit,
    long Total,
    IReadOnlyDictionary<string, long> ByTeam,
    IReadOnlyDictionary<string, IReadOnlyList<string>> SlotsByTeam);
