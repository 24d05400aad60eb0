namespace CampaignKit.Grievances;

/// <summary>A time at which cases were closed, where a resolution curve steps down.</summary>
/// <param name="Time">The time, in the unit of the times.</param>
/// <param name="AtRisk">How many cases were open and observed just before it.</param>
/// <param name="Closed">How many of them were closed at it.</param>
/// <param name="StillOpen">The share estimated to be open after it, between 0 and 1.</param>
/// <param name="StandardError">
/// The standard error of that share. M. Greenwood, The Natural Duration of Cancer (1926).
/// </param>
public readonly record struct ResolutionStep(long Time, long AtRisk, long Closed, double StillOpen, double StandardError)
{
    /// <summary>
    /// The confidence band of the share at this time, on the scale ln(-ln S), so that it stays between 0 and 1. J. D. Kalbfleisch and
    /// R. L. Prentice, The Statistical Analysis of Failure Time Data (1980). A share of 0 or 1 has no such band and stands for itself.
    /// </summary>
    /// <param name="level">The share of bands made like this one that hold the truth at a time, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, both exclusive.</exception>
    public (double Low, double High) Band(double level = Rate.DefaultLevel)
    {
        Guard.Against.UnfitLevel(level);
        if (StillOpen is 0 or 1)
            return (StillOpen, StillOpen);

        var hazard = Math.Log(StillOpen);
        var spread = NormalDistribution.UpperQuantile((1 - level) / 2) * StandardError / (StillOpen * hazard);
        return (Math.Pow(StillOpen, Math.Exp(-spread)), Math.Pow(StillOpen, Math.Exp(spread)));
    }
}
