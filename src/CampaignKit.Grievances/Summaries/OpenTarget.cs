namespace CampaignKit.Grievances;

/// <summary>What is known of the target of an open case.</summary>
internal enum OpenTarget
{
    /// <summary>There is none, or it has not passed.</summary>
    None,

    /// <summary>It has passed.</summary>
    Overdue,

    /// <summary>There is one, but nobody said at which instant it is looked at.</summary>
    Undecided,
}
