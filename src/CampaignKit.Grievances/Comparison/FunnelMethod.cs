namespace CampaignKit.Grievances;

/// <summary>How the limits of a funnel plot are computed.</summary>
public enum FunnelMethod
{
    /// <summary>
    /// Arcsine limits widened by tau squared, the variance of the true rates between units: for units that differ for reasons the rate does not
    /// know. D. J. Spiegelhalter et al., Journal of the Royal Statistical Society A 175 (2012), 1-47.
    /// </summary>
    AdditiveOverdispersion,

    /// <summary>
    /// Arcsine limits widened by the square root of phi, where that is above 1. D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202.
    /// </summary>
    MultiplicativeOverdispersion,

    /// <summary>
    /// Arcsine limits for units that differ by chance alone. Of many large units, most fall outside.
    /// </summary>
    Arcsine,

    /// <summary>
    /// Limits by the binomial distribution for units that differ by chance alone. The verdict is the exact test; the lines drawn are
    /// interpolated between counts, so that a small unit may stand a little outside a line and yet be no exception.
    /// </summary>
    Exact,
}
