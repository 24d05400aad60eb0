using NodaTime;
using NodaTime.Text;

namespace CampaignKit;

/// <summary>The words and formats of a definition file that its reader and its writer share.</summary>
internal static class CampaignText
{
    public const string DateRule = "must be a date such as 2021-03-25.";

    public const string TimeRule = "must be a time of day such as 04:00.";

    public const string StaffApproval = "staff";

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static LocalDate? ReadDate(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    public static LocalTime? ReadTime(string text) => Minutes.Parse(text) is { Success: true, Value: var time } ? time : null;

    public static string Format(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Format(LocalTime time) => Minutes.Format(time);
}
