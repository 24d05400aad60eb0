namespace CampaignKit;

/// <summary>What carries the numbers of a rule.</summary>
public enum Numbering
{
    /// <summary>Everyone enrolled by the freeze, by participant number with its leading zeros. Text: <c>participants</c>.</summary>
    Participants,

    /// <summary>
    /// The check-ins of the period, by their serial number in the whole campaign: 1 for the first that was ever recorded, voided ones
    /// counted on the way. Each is held by whoever checked in. Text: <c>check-ins</c>.
    /// </summary>
    CheckIns,
}
