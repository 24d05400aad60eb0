using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

internal static class CampaignCalendars
{
    public static readonly CampaignCalendar Utc = new(DateTimeZone.Utc);
    public static readonly CampaignCalendar Shanghai = CampaignCalendar.In("Asia/Shanghai");
}
