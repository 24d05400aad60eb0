using System.Globalization;
using System.Text;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>A made-up file of cases whose names are as bad as names get.</summary>
internal static class SmallTown
{
    public const string Script = "<script>document.title='run'</script>";
    public const string Attribute = "x\" onload=\"document.title='run'\" y='";
    public const string Pipe = "parks|*lakes*";

    private static readonly (string Unit, int Cases, int Days, int SatisfiedOfTen)[] Units =
        [("water", 40, 2, 9), (Script, 30, 9, 4), (Attribute, 24, 4, 8), (Pipe, 30, 3, 9), ("供暖办公室", 20, 5, 8), ("", 3, 1, 10)];

    public static CsvMap Map { get; } = CsvMap.Parse("id=id,opened=opened,closed=closed,unit=unit,contacted=contacted,resolved=resolved,rating=answer") with
    {
        Calendar = CampaignCalendar.In("Asia/Shanghai"),
    };

    public static GrievanceReportOptions Options { get; } = new() { Title = "Small & <b>honest</b>", AsOf = Instant.FromUtc(2026, 3, 31, 16, 0) };

    public static CaseTable Rated => Read(Csv(withAnswers: true));

    public static CaseTable Unrated => Read(Csv(withAnswers: false));

    public static CaseTable Read(string csv)
    {
        using var text = new StringReader(csv);
        return CaseTable.Read(text, Map);
    }

    public static string Csv(bool withAnswers)
    {
        var csv = new StringBuilder("id,opened,closed,unit,contacted,resolved,answer\n");
        var start = new LocalDateTime(2026, 1, 1, 8, 0);
        var number = 0;
        foreach (var (unit, cases, days, satisfied) in Units)
        {
            for (var i = 0; i < cases; i++)
            {
                var opened = start.PlusDays(i * 85 / cases).PlusMinutes(i * 7);
                var isOpen = i % 11 == 10;
                var closed = opened.PlusHours((1 + (i % 5)) * days * 6);
                var answer = isOpen || i % 3 == 2 || !withAnswers ? "" : i % 10 < satisfied ? "satisfied" : i % 10 == 9 ? "basically satisfied" : "dissatisfied";
                csv.Append(CultureInfo.InvariantCulture, $"c{++number},{Text(opened)},{(isOpen ? "" : Text(closed))},\"{unit.Replace("\"", "\"\"", StringComparison.Ordinal)}\",");
                csv.Append(!withAnswers || isOpen ? ",," : i % 4 == 0 ? "no,yes," : "yes,no,").Append(answer).Append('\n');
            }
        }

        csv.Append("c1,2026-01-02,,water,,,\nbad,soon,,water,,,\nlater,2026-05-01,,water,,,\n");
        return csv.ToString();
    }

    private static string Text(LocalDateTime time) => time.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
