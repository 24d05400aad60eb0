namespace CampaignKit.Draws;

/// <summary>Whether one person may win more than once in a draw.</summary>
public enum OverlapPolicy
{
    /// <summary>A person wins once, by the first rule that draws them; later entries of theirs are skipped and the next one follows.</summary>
    OnePrizePerPerson,

    /// <summary>Every entry of every rule may win; within a rule an entry still wins once.</summary>
    Allowed,
}
