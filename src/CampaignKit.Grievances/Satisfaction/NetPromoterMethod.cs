namespace CampaignKit.Grievances;

/// <summary>How the interval of a <see cref="NetPromoterScore"/> is computed.</summary>
public enum NetPromoterMethod
{
    /// <summary>
    /// Wald's after adding 3/4 of a promoter, 3/2 of a passive and 3/4 of a detractor: it keeps a width where all answer alike. B. Rocks,
    /// Interval Estimation for the Net Promoter Score, The American Statistician 70 (2016), 365-372.
    /// </summary>
    AdjustedWald,

    /// <summary>The score plus and minus its estimated standard error; without width where all answer alike.</summary>
    Wald,
}
