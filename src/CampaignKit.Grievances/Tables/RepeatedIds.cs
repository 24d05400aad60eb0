namespace CampaignKit.Grievances;

/// <summary>What becomes of a row whose case id an earlier row has. It is reported either way.</summary>
public enum RepeatedIds
{
    /// <summary>The first row of an id counts, later ones do not.</summary>
    FirstCounts,

    /// <summary>Every row counts, as in a publisher's own totals of rows.</summary>
    EveryCounts,
}
