using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>A rate drawn towards that of the other units, the more the smaller its base.</summary>
public sealed record ShrunkenRate
{
    private readonly BetaPrior? _prior;
    private readonly Rate _pooled;

    internal ShrunkenRate(NamedRate unit, BetaPrior? prior, Rate pooled)
    {
        (Name, Rate) = (unit.Name, unit.Rate);
        (_prior, _pooled) = (prior, pooled);
        Value = prior is { } p ? ((double)Rate.Hits + p.Alpha) / (Rate.Base + p.Strength) : pooled.Value;
    }

    /// <summary>The name of the unit.</summary>
    public string Name { get; }

    /// <summary>Its own rate.</summary>
    public Rate Rate { get; }

    /// <summary>The shrunken rate, between 0 and 1; that of the other units where it has no data, null where none has.</summary>
    public double? Value { get; }

    /// <summary>
    /// Between which limits the true rate lies with that probability, given the prior; where units differ by chance alone, Wilson's interval of all
    /// together. The uncertainty of the prior itself is not counted.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, both exclusive.</exception>
    public (double Low, double High) Interval(double level = Rate.DefaultLevel)
    {
        var whole = _pooled.Interval(level: level);
        if (_prior is not { } prior)
            return (whole.Low, whole.High);

        var (alpha, beta) = ((double)Rate.Hits + prior.Alpha, (double)(Rate.Base - Rate.Hits) + prior.Beta);
        var tail = (1 - level) / 2;
        return (BetaDistribution.Quantile(tail, alpha, beta), BetaDistribution.Quantile(1 - tail, alpha, beta));
    }

    /// <summary>Name, shrunken rate and own rate.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Name.Length > 0 ? Name : "(none)")}: {(Value is { } value ? $"{Percent.Of(value)} %" : "no data")}, by itself {Rate}");
}
