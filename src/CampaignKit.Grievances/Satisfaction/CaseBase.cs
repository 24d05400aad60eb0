namespace CampaignKit.Grievances;

/// <summary>Which cases a rate is over.</summary>
public enum CaseBase
{
    /// <summary>Closed cases with an answer that counts; unrated and unreached cases drop out.</summary>
    Rated,

    /// <summary>All closed cases; one without an answer that counts is not satisfied.</summary>
    Closed,
}
