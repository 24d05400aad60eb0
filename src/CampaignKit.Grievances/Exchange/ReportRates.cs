using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>The rates of a row by the names that exports give them.</summary>
internal static class ReportRates
{
    public static IReadOnlyList<string> Names { get; } = ["response", "resolution", "satisfaction", "rated", "onTime", "closedOnTime"];

    public static IReadOnlyList<string> TimeNames { get; } = ["min", "p50", "p90", "max", "mean"];

    public static IEnumerable<(string Name, Rate Rate)> Of(SatisfactionRow row) =>
        Names.Zip([row.Response, row.Resolution, row.Satisfaction, row.Rated, row.OnTime, row.ClosedOnTime]);

    /// <summary>The times of a row in seconds; null without closed cases.</summary>
    public static IEnumerable<(string Name, decimal? Seconds)> TimesOf(SatisfactionRow row)
    {
        var times = row.Times;
        return TimeNames.Zip([Seconds(times.Min), Seconds(times.P50), Seconds(times.P90), Seconds(times.Max), Seconds(times.Mean)]);
    }

    private static decimal? Seconds(Duration? time) => time?.BclCompatibleTicks / (decimal)NodaConstants.TicksPerSecond;
}
