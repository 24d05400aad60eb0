namespace CampaignKit.Grievances;

/// <summary>
/// The rates of successive periods with limits that chance keeps to, and the points where it did not: a trend without false alarms.
/// </summary>
/// <remarks>
/// <para>Limits are three standard deviations off the centre and vary with the base of the period. The p-chart supposes that periods differ by
/// chance alone, and of large bases calls most months exceptions; Laney's p' widens the limits by how much one period differs from the
/// next: D. B. Laney, Improved control charts for attributes, Quality Engineering 14 (2002), 531-537.</para>
/// <para>Periods without data have a point without signal and end a run, since nobody knows on which side they would have been; the ranges from one to
/// the next pass over them. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class ControlChart
{
    /// <summary>How many standard deviations the limits are off the centre: 3.</summary>
    public const double Width = 3;

    /// <summary>From which number of points in a row on one side of the centre there is a signal: 9.</summary>
    public const int RunLength = 9;

    // The mean range of two values of a normal distribution in standard deviations, to three decimals as charts have it.
    private const double MeanRange = 1.128;

    private ControlChart(IReadOnlyList<NamedRate> periods, double? centre, bool isLaney)
    {
        IsLaney = isLaney;
        Centre = centre ?? Rate.Pool(periods.Select(p => p.Rate)).Value;
        double[] scores = [.. periods.Select(p => ScoreOf(p.Rate)).OfType<double>()];
        SigmaZ = scores.Length < 2 ? 1 : scores.Zip(scores.Skip(1), (one, next) => Math.Abs(next - one)).Average() / MeanRange;
        Points = [.. periods.Select(PointOf)];
        Signals = [.. SignalsOf(Points)];
    }

    /// <summary>Whether the limits are Laney's; otherwise those of the p-chart.</summary>
    public bool IsLaney { get; }

    /// <summary>The centre line, between 0 and 1: the rate over all periods unless given; null if there are no data.</summary>
    public double? Centre { get; }

    /// <summary>
    /// By which factor periods vary more than by chance, from one to the next: the mean moving range of the scores over 1.128. Laney's limits are so
    /// much wider than those of the p-chart, or narrower if it is below 1. It is 1 for fewer than two periods with data.
    /// </summary>
    public double SigmaZ { get; }

    /// <summary>The periods, in the order given.</summary>
    public IReadOnlyList<ChartPoint> Points { get; }

    /// <summary>What the chart signals, by point and then by rule.</summary>
    public IReadOnlyList<ChartSignal> Signals { get; }

    /// <summary>The p-chart of successive periods: for bases of some dozen to some hundred.</summary>
    /// <param name="periods">The rates, in order of time.</param>
    /// <param name="centre">The centre line, between 0 and 1; the rate over all periods if null.</param>
    /// <exception cref="ArgumentException">There is no period, two have one name, or the bases have different names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The centre is not between 0 and 1.</exception>
    public static ControlChart P(IEnumerable<NamedRate> periods, double? centre = null) => Of(periods, centre, isLaney: false);

    /// <summary>Laney's p' chart of successive periods: for bases of any size.</summary>
    /// <param name="periods">The rates, in order of time.</param>
    /// <param name="centre">The centre line, between 0 and 1; the rate over all periods if null.</param>
    /// <exception cref="ArgumentException">There is no period, two have one name, or the bases have different names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The centre is not between 0 and 1.</exception>
    public static ControlChart Laney(IEnumerable<NamedRate> periods, double? centre = null) => Of(periods, centre, isLaney: true);

    /// <summary>Which chart it is, of how many periods, with its centre and what it signals: <c>Laney's p' chart of 12 periods, centre 83.20 %, signals: none</c>.</summary>
    public override string ToString()
    {
        var centre = Centre is { } line ? $"{Percent.Of(line)} %" : "without data";
        var signals = Signals.Count > 0 ? string.Join("; ", Signals) : "none";
        return $"{(IsLaney ? "Laney's p' chart" : "p-chart")} of {Points.Count} {(Points.Count == 1 ? "period" : "periods")}, centre {centre}, signals: {signals}";
    }

    private static ControlChart Of(IEnumerable<NamedRate> periods, double? centre, bool isLaney)
    {
        Guard.Against.OutOfRange(centre ?? 0, nameof(centre), 0, 1);
        return new ControlChart(NamedRates.Comparable(periods), centre, isLaney);
    }

    private ChartPoint PointOf(NamedRate period)
    {
        if (!period.Rate.HasData || Centre is not { } centre)
            return new ChartPoint(period, 0, 1, null);

        var reach = Width * Deviation(period.Rate, centre) * (IsLaney ? SigmaZ : 1);
        return new ChartPoint(period, Math.Max(0, centre - reach), Math.Min(1, centre + reach), ScoreOf(period.Rate));
    }

    /// <summary>A centre of 0 or 1 leaves nothing to chance: what is on it has the score 0, what is off it is out, by no finite score.</summary>
    private double? ScoreOf(Rate rate) => rate.Value is { } value && Centre is { } centre
        ? centre is 0 or 1 ? 0 : (value - centre) / Deviation(rate, centre)
        : null;

    private static double Deviation(Rate rate, double centre) => Math.Sqrt(centre * (1 - centre) / rate.Base);

    private IEnumerable<ChartSignal> SignalsOf(IEnumerable<ChartPoint> points)
    {
        var (run, side) = (0, 0);
        foreach (var point in points)
        {
            if (point.Rate.Value is not { } value)
            {
                run = 0;
                continue;
            }

            if (point.IsOut)
            {
                var (where, limit) = value < point.Low ? ("below the lower", point.Low) : ("above the upper", point.High);
                yield return new ChartSignal(point, ChartRule.BeyondLimits, $"{point.Name}: {Percent.Of(value)} % is {where} limit of {Percent.Of(limit)} %");
            }

            var now = value.CompareTo(Centre!.Value);
            run = now == 0 ? 0 : now == side ? run + 1 : 1;
            side = now;
            if (run >= RunLength)
                yield return new ChartSignal(point, ChartRule.RunOnOneSide, $"{point.Name}: {run} in a row {(now < 0 ? "below" : "above")} the centre of {Percent.Of(Centre.Value)} %");
        }
    }
}
