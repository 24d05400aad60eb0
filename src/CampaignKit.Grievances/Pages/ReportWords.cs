using System.Globalization;
using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Numbers, instants and verdicts as a report prints them.</summary>
internal static class ReportWords
{
    private const int MostNamed = 12;

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static string Number(decimal number) => Rate.Number(number);

    public static string Share(double? share) => share is { } value ? $"{Percent.Of(value)} %" : "no data";

    public static string Range(double low, double high) => $"{Percent.Of(low)}-{Percent.Of(high)} %";

    public static string Count(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? $"{one}s")}";

    /// <summary>Counted by a rule: <c>2 weeks from saturday</c>.</summary>
    public static string CountOf(long count, PeriodRule rule) => Count(count, rule.ToString(), Many(rule));

    /// <summary>The periods of a rule: <c>weeks from saturday</c>.</summary>
    public static string Many(PeriodRule rule) => rule.ToString().Split(' ', 2) is [var length, var start] ? $"{length}s {start}" : $"{rule}s";

    public static string Name(string name) => name.Length == 0 ? "(none)" : name;

    /// <summary>The names, the first twelve of too many.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count <= MostNamed
        ? string.Join(", ", names.Select(Name))
        : $"{string.Join(", ", names.Take(MostNamed).Select(Name))} and {Number(names.Count - MostNamed)} more";

    /// <summary>What follows a satisfaction in a sentence; nothing after a rate of time.</summary>
    public static string AndAnswered(ReportMeasure measure, ReportGroup? group) =>
        measure.IsSatisfaction && group?.SurveyedSatisfaction is { } rate ? $", {rate.Answered}" : "";

    /// <summary>As for one group, with the bounds for all closed cases of the groups together.</summary>
    public static string AndAnswered(ReportMeasure measure, IReadOnlyList<ReportGroup> groups) =>
        !measure.IsSatisfaction || ReportGroup.SatisfactionOf(groups) is not { } rate ? ""
        : $", {rate.Answered}{(rate.Bounds is { } bounds ? $", {bounds} of all" : "")}";

    public static string At(Instant instant, CampaignCalendar calendar)
    {
        var local = instant.InZone(calendar.Zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight
            ? $"the beginning of {LocalDatePattern.Iso.Format(local.Date)} ({calendar.Zone.Id})"
            : $"{Minute.Format(local)} ({calendar.Zone.Id})";
    }

    public static string Sign(FunnelVerdict verdict) => verdict switch
    {
        FunnelVerdict.FarBelow => "▼ below 99.8 %",
        FunnelVerdict.Below => "▽ below 95 %",
        FunnelVerdict.Within => "○ within",
        FunnelVerdict.Above => "△ above 95 %",
        FunnelVerdict.FarAbove => "▲ above 99.8 %",
        _ => "· too few",
    };

    public static string Worded(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
