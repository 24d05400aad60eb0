using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Grievances;
using NodaTime;

namespace CampaignKit.Browser.Tests;

/// <summary>Half a year of made-up cases in which units and weeks stand out on both sides, so that the charts have every kind of mark.</summary>
internal static class BusyTown
{
    private const int Units = 40;
    private const int Weeks = 26;
    private const int CasesAWeek = 8;

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 8, 0);

    public static GrievanceReport Report(bool withRatings) => GrievanceReport.Of(
        CaseTable.From(Cases(withRatings), CampaignCalendar.In("Etc/UTC")),
        new GrievanceReportOptions { AsOf = Start + Duration.FromDays((Weeks * 7) + 30), Within = withRatings ? null : Duration.FromDays(3) });

    private static IEnumerable<CaseRecord> Cases(bool withRatings)
    {
        for (var unit = 0; unit < Units; unit++)
        {
            for (var week = 0; week < Weeks; week++)
            {
                for (var i = 0; i < CasesAWeek; i++)
                {
                    var opened = Start + Duration.FromDays((week * 7) + (i % 5));
                    var isGood = ((unit * 31) + (week * 17) + (i * 37) + (unit * week * 7)) % 100 < GoodOfHundred(unit, week);
                    yield return new CaseRecord(opened)
                    {
                        Unit = $"unit {(unit + 1).ToString(CultureInfo.InvariantCulture)}",
                        Closed = i == 7 && week % 9 == 8 ? null : opened + Duration.FromHours(isGood ? 12 + (7 * i) : 96 + (unit * 9)),
                        Answer = !withRatings || i % 4 == 3 ? null : isGood ? "satisfied" : "dissatisfied",
                    };
                }
            }
        }
    }

    private static int GoodOfHundred(int unit, int week) => (unit, week) switch
    {
        (3, _) => 40,
        (4, _) => 71,
        (5, _) => 84,
        (6, _) => 100,
        (_, 8) => 55,
        (_, 17) => 96,
        _ => 78,
    };
}
