using System.Globalization;
using CampaignKit.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Numbers, instants and verdicts as a report prints them.</summary>
internal static class ReportWords
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static string Number(decimal number) => Rate.Number(number);

    public static string Share(double? share) => share is { } value ? $"{Percent.Of(value)} %" : "no data";

    public static string Range(double low, double high) => $"{Percent.Of(low)}-{Percent.Of(high)} %";

    public static string Count(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? $"{one}s")}";

    public static string Name(string name) => name.Length == 0 ? "(none)" : name;

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
