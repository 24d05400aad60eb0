namespace CampaignKit.Grievances;

/// <summary>On which side of a rate a confidence interval has a limit.</summary>
public enum IntervalSide
{
    /// <summary>Both: half of the error on either side.</summary>
    TwoSided,

    /// <summary>Below only: the rate is at least the lower limit; the upper one is 1.</summary>
    LowerBound,

    /// <summary>Above only: the rate is at most the upper limit; the lower one is 0.</summary>
    UpperBound,
}
