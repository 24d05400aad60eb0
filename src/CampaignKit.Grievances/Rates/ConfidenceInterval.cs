using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>
/// A confidence interval of a rate. Limits and level are shares between 0 and 1, not per cent. Made by <see cref="Rate.Interval"/>.
/// </summary>
public sealed record ConfidenceInterval
{
    internal ConfidenceInterval(double low, double high, double level, IntervalMethod method, IntervalSide side)
    {
        (Low, High) = (Math.Clamp(low, 0, 1), Math.Clamp(high, 0, 1));
        (UnclippedLow, UnclippedHigh) = (low, high);
        Level = level;
        Method = method;
        Side = side;
    }

    /// <summary>The lower limit, at least 0.</summary>
    public double Low { get; }

    /// <summary>The upper limit, at most 1.</summary>
    public double High { get; }

    /// <summary>The lower limit as the formula gives it: below 0 where Wald's or Agresti and Coull's overshoots, otherwise <see cref="Low"/>.</summary>
    public double UnclippedLow { get; }

    /// <summary>The upper limit as the formula gives it: above 1 where Wald's or Agresti and Coull's overshoots, otherwise <see cref="High"/>.</summary>
    public double UnclippedHigh { get; }

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
        return string.Create(CultureInfo.InvariantCulture, $"{Percent.OfLevel(Level)} % {Method.Name} {limits}");
    }
}
