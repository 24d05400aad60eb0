namespace CampaignKit.Grievances;

/// <summary>What became of a row given to a <see cref="CaseTableBuilder"/>.</summary>
public enum RowOutcome
{
    /// <summary>It is a case of the table.</summary>
    Added,

    /// <summary>An earlier row has its id; it is reported, and a case only under <see cref="RepeatedIds.EveryCounts"/>.</summary>
    Repeated,

    /// <summary>It makes no case; it is reported.</summary>
    Bad,
}
