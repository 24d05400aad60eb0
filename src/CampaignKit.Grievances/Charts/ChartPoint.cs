namespace CampaignKit.Grievances;

/// <summary>A period in a control chart.</summary>
public sealed record ChartPoint
{
    internal ChartPoint(NamedRate period, double low, double high, double? score) => (Name, Rate, Low, High, Score) = (period.Name, period.Rate, low, high, score);

    /// <summary>The name of the period.</summary>
    public string Name { get; }

    /// <summary>Its rate.</summary>
    public Rate Rate { get; }

    /// <summary>The lower limit for its base, between 0 and 1; 0 without data.</summary>
    public double Low { get; }

    /// <summary>The upper limit for its base, between 0 and 1; 1 without data.</summary>
    public double High { get; }

    /// <summary>How many binomial standard deviations it is off the centre; null without data.</summary>
    public double? Score { get; }

    /// <summary>Whether it is outside its limits; never without data.</summary>
    public bool IsOut => Rate.Value is { } value && (value < Low || value > High);
}
