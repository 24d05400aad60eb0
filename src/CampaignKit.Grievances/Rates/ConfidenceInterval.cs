using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// A confidence interval of a rate. Limits and level are shares between 0 and 1, not per cent. Made by <see cref="Rate.Interval"/>.
/// </summary>
public sealed record ConfidenceInterval
{
    internal ConfidenceInterval(double low, double high, double level, IntervalMethod method, IntervalSide side)
    {
        Low = low;
        High = high;
        Level = level;
        Method = method;
        Side = side;
    }

    /// <summary>The lower limit.</summary>
    public double Low { get; }

    /// <summary>The upper limit.</summary>
    public double High { get; }

    /// <summary>The share of intervals made like this one that hold the true rate, such as 0.95.</summary>
    public double Level { get; }

    /// <summary>How the limits were computed.</summary>
    public IntervalMethod Method { get; }

    /// <summary>On which side there is a limit.</summary>
    public IntervalSide Side { get; }

    /// <summary>In per cent, with level and method: <c>95 % Wilson 96.70-96.86 %</c>, one-sided <c>95 % Wilson at least 12.69 %</c>.</summary>
    public override string ToString()
    {
        var limits = Side switch
        {
            IntervalSide.LowerBound => $"at least {Percent.Of(Low)} %",
            IntervalSide.UpperBound => $"at most {Percent.Of(High)} %",
            _ => $"{Percent.Of(Low)}-{Percent.Of(High)} %",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Level * 100:0.####} % {Method.Name} {limits}");
    }
}
