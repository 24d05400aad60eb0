namespace CampaignKit.Grievances;

/// <summary>The Poisson distribution: how many events there are where <paramref name="mean"/>, above 0, are expected.</summary>
internal sealed class PoissonDistribution(double mean) : CountDistribution
{
    public override double Mean => mean;

    public override double Deviation => Math.Sqrt(mean);

    public override long Most => long.MaxValue;

    /// <summary>C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).</summary>
    public override double Probability(long hits) => hits switch
    {
        < 0 => 0,
        0 => Math.Exp(-mean),
        _ => Math.Exp(-StirlingSeries.Error(hits) - StirlingSeries.Deviance(hits, mean)) / Math.Sqrt(2 * Math.PI * hits),
    };

    /// <summary>The probability of one event more, as a multiple of that of <paramref name="hits"/>.</summary>
    protected override double Ratio(long hits) => mean / (hits + 1);
}
