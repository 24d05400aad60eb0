namespace CampaignKit.Grievances;

/// <summary>What a column of a file can say of a case.</summary>
public enum CaseField
{
    /// <summary>The id of the case. A second row with the same id is reported and not counted.</summary>
    Id,

    /// <summary>When the case began; every row has it.</summary>
    Opened,

    /// <summary>When it was closed; blank while it is open.</summary>
    Closed,

    /// <summary>The unit that handled it.</summary>
    Unit,

    /// <summary>What it is about.</summary>
    Category,

    /// <summary>Whether the unit contacted the citizen; blank if nobody recorded it.</summary>
    Contacted,

    /// <summary>Whether the matter was resolved; blank if nobody recorded it.</summary>
    Resolved,

    /// <summary>The citizen's answer on how satisfied they are; blank if there is none.</summary>
    Rating,

    /// <summary>A word that says whether it is open or closed, and whether a duplicate; what words say is <see cref="CsvMap.Statuses"/>.</summary>
    Status,

    /// <summary>By when it was to be closed; blank if it has no target. A date alone means its first instant, unless the table counts in days.</summary>
    Due,

    /// <summary>When its record was last changed; blank if nobody recorded it. It is never taken for a closing time.</summary>
    Updated,

    /// <summary>Whether the office replied to the citizen before it was closed; blank if nobody recorded it.</summary>
    Replied,

    /// <summary>How often it was reopened, a whole number; blank if nobody recorded it.</summary>
    Reopenings,
}
