namespace CampaignKit.Grievances;

/// <summary>What a published table shows in place of a hidden count.</summary>
public enum SuppressionMarks
{
    /// <summary>One mark for all, which does not tell small counts from others. Hides most.</summary>
    One,

    /// <summary>
    /// Small counts by their range, such as <c>1-4</c>, or <c>&lt;5</c> if zeros are hidden; others are then known to be no smaller than the threshold. A table that
    /// cannot be protected so takes <see cref="One"/>.
    /// </summary>
    Range,
}
