namespace CampaignKit.Grievances;

/// <summary>How many events a unit had, and how many were to be expected of a unit like it, such as by its population.</summary>
public sealed record ExpectedCount
{
    /// <summary>The counts of a unit.</summary>
    /// <exception cref="ArgumentException">The observed events are negative, or the name is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expected events are not above 0 and at most <see cref="FunnelLimits.MostExpected"/>.</exception>
    public ExpectedCount(string name, long observed, double expected)
    {
        Name = Guard.Against.Null(name);
        Observed = Guard.Against.Negative(observed);
        Expected = Guard.Against.OutOfRange(expected, nameof(expected), double.Epsilon, FunnelLimits.MostExpected);
    }

    /// <summary>The name of the unit; empty where cases have none.</summary>
    public string Name { get; }

    /// <summary>How many events there were.</summary>
    public long Observed { get; }

    /// <summary>How many were expected, whole or not.</summary>
    public double Expected { get; }

    /// <summary>Observed over expected.</summary>
    public double Ratio => Observed / Expected;
}
