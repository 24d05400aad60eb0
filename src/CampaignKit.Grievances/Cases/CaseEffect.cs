namespace CampaignKit.Grievances;

/// <summary>What a step does beside leading to a state.</summary>
public enum CaseEffect
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>Raises the case to a higher level; to the next one unless the command names it.</summary>
    Escalate,

    /// <summary>Makes the case a duplicate of the one that the command names; from then on it follows that one.</summary>
    Merge,
}
