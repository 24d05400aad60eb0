namespace CampaignKit.Grievances;

/// <summary>The yes, no and unknown of a case in one byte of a column.</summary>
[Flags]
internal enum CaseFacts : byte
{
    None = 0,
    Contacted = 1,
    NotContacted = 2,
    Resolved = 4,
    NotResolved = 8,
    Duplicate = 16,

    /// <summary>Closed at a known time, with a target.</summary>
    Targeted = 32,

    /// <summary><see cref="Targeted"/>, and closed by then.</summary>
    OnTime = 64,
}
