namespace CampaignKit.Grievances;

/// <summary>What a step in the life of a case can ask for.</summary>
public enum CaseDetail
{
    /// <summary>The unit that is to handle the case.</summary>
    Unit,

    /// <summary>What the case is about.</summary>
    Category,

    /// <summary>Why the step is taken.</summary>
    Reason,

    /// <summary>The citizen's answer on how satisfied they are.</summary>
    Answer,

    /// <summary>Whether the unit contacted the citizen.</summary>
    Contacted,

    /// <summary>Whether the citizen's matter was resolved.</summary>
    Resolved,

    /// <summary>How urgent the case is.</summary>
    Priority,

    /// <summary>The level to which the case is to be escalated.</summary>
    Level,

    /// <summary>The case of which this one is a duplicate.</summary>
    Original,

    /// <summary>Who complains.</summary>
    Complainant,

    /// <summary>What exactly is complained of.</summary>
    Subject,
}
