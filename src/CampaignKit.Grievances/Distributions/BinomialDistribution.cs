namespace CampaignKit.Grievances;

/// <summary>The binomial distribution: how many of <paramref name="count"/> hit, each with the probability <paramref name="share"/>, between 0 and 1 exclusive.</summary>
internal sealed class BinomialDistribution(long count, double share) : CountDistribution
{
    public override double Mean => count * share;

    public override double Deviation => Math.Sqrt(count * share * (1 - share));

    public override long Most => count;

    /// <summary>C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).</summary>
    public override double Probability(long hits)
    {
        if (hits < 0 || hits > count)
            return 0;
        if (hits == 0)
            return Math.Exp(count * double.LogP1(-share));
        if (hits == count)
            return Math.Exp(count * Math.Log(share));

        double n = count, x = hits, misses = count - hits;
        var error = StirlingSeries.Error(n) - StirlingSeries.Error(x) - StirlingSeries.Error(misses);
        var deviance = StirlingSeries.Deviance(x, n * share) + StirlingSeries.Deviance(misses, n * (1 - share));
        return Math.Exp(error - deviance) * Math.Sqrt(n / (2 * Math.PI * x * misses));
    }

    /// <summary>The probability of one hit more, as a multiple of that of <paramref name="hits"/>.</summary>
    protected override double Ratio(long hits) => (double)(count - hits) / (hits + 1) * (share / (1 - share));
}
