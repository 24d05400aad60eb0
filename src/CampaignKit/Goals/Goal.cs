namespace CampaignKit;

/// <summary>A threshold on a tally of the whole campaign: met when the tally reaches it.</summary>
/// <param name="Id">The goal's id.</param>
/// <param name="Unit">The unit that is counted: of a sum the total, of a set the filled slots of all parties, be they teams or participants.</param>
/// <param name="Reaches">The value at which it is met, at least 1.</param>
/// <param name="Latched">Whether a goal once met stays met when records are voided; otherwise it reopens.</param>
public sealed record Goal(string Id, string Unit, long Reaches, bool Latched)
{
    /// <summary>Whether it counts the filled slots of a set, instead of the total of a sum.</summary>
    public bool IsDistinct { get; internal init; }
}
