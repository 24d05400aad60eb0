using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Quickstart.Screens;

/// <summary>Instants as the campaign's people read them.</summary>
internal static class Zoned
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static string InZone(this RunningCampaign campaign, Instant instant) =>
        Pattern.Format(instant.InZone(campaign.Definition.Calendar.Zone).LocalDateTime);
}
