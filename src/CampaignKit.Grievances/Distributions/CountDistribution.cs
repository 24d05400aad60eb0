namespace CampaignKit.Grievances;

/// <summary>A distribution of counts with one peak.</summary>
internal abstract class CountDistribution
{
    public abstract double Mean { get; }

    public abstract double Deviation { get; }

    /// <summary>The largest count there can be.</summary>
    public abstract long Most { get; }

    public abstract double Probability(long hits);

    /// <summary>The probability of at most <paramref name="hits"/>.</summary>
    public double LowerTail(long hits) =>
        hits < 0 ? 0 : hits >= Most ? 1 : hits < Mean ? SumDownFrom(hits) : 1 - SumUpFrom(hits + 1);

    /// <summary>The probability of at least <paramref name="hits"/>.</summary>
    public double UpperTail(long hits) =>
        hits <= 0 ? 1 : hits > Most ? 0 : hits > Mean ? SumUpFrom(hits) : 1 - SumDownFrom(hits - 1);

    /// <summary>The smallest count that is not exceeded with at least the probability <paramref name="lowerTail"/>, between 0 and 1 exclusive.</summary>
    public long Quantile(double lowerTail)
    {
        var guess = Mean - (NormalDistribution.UpperQuantile(lowerTail) * Deviation);
        var at = Math.Clamp((long)Math.Round(guess), 0, Most);
        while (LowerTail(at) < lowerTail)
            at++;
        while (at > 0 && LowerTail(at - 1) >= lowerTail)
            at--;
        return at;
    }

    /// <summary>
    /// The quantile moved back by the part of its probability that is not needed, so that it does not jump with the size of a unit.
    /// D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), 1185-1202, appendix A.
    /// </summary>
    public double InterpolatedQuantile(double lowerTail)
    {
        var at = Quantile(lowerTail);
        return at - ((LowerTail(at) - lowerTail) / Probability(at));
    }

    /// <summary>The probability of one more than <paramref name="hits"/>, as a multiple of that of them.</summary>
    protected abstract double Ratio(long hits);

    private double SumDownFrom(long hits)
    {
        var term = Probability(hits);
        var sum = term;
        while (hits > 0 && term > sum * 1e-17)
        {
            term /= Ratio(--hits);
            sum += term;
        }

        return sum;
    }

    private double SumUpFrom(long hits)
    {
        var term = Probability(hits);
        var sum = term;
        while (hits < Most && term > sum * 1e-17)
        {
            term *= Ratio(hits++);
            sum += term;
        }

        return sum;
    }
}
