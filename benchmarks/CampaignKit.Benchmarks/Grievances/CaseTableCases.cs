using CampaignKit.Calendars;
using CampaignKit.Grievances;
using NodaTime;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>A case as a program would hold it in a list; its week is worked out beforehand, as the table's is after its first report.</summary>
internal sealed record CaseObject(string Unit, string Category, string Week, DateTime Opened, DateTime? Closed, string? Answer);

/// <summary>The same in a list of structs.</summary>
internal readonly record struct CaseStruct(int Unit, int Category, int Week, long Opened, long Closed, sbyte Worth);

/// <summary>The cases of a comparison: about 40 units, 25 categories and 52 weeks, unevenly used; from a fixed seed.</summary>
internal sealed class CaseTableCases
{
    private const int Units = 40;
    private const int Categories = 25;
    private const int Days = 364;
    private static readonly (string Text, int Worth)[] Answers =
        [("satisfied", 1000), ("basically satisfied", 900), ("dissatisfied", 0), ("not reached", -1), ("", -1)];

    public CaseTableCases(int count)
    {
        var random = new Random(count);
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        string[] weeks = [.. Enumerable.Range(0, Days).Select(day =>
            Calendar.PeriodOf(PeriodRule.Week, Instant.FromDateTimeUtc(start.AddDays(day))).Id)];
        Objects = new CaseObject[count];
        Structs = new CaseStruct[count];
        for (var i = 0; i < count; i++)
        {
            var (unit, category, minute) = (random.Next(Units), random.Next(Categories), random.Next(Days * 1440));
            var closed = random.Next(100) < 93;
            var took = (int)Math.Min(500_000, -4320 * Math.Log(1 - random.NextDouble()));
            var answer = Answers[random.Next(Answers.Length)];
            var opened = start.AddMinutes(minute);
            Objects[i] = new CaseObject(
                $"unit {unit:00}", $"category {category:00}", weeks[minute / 1440], opened, closed ? opened.AddMinutes(took) : null, closed ? answer.Text : null);
            Structs[i] = new CaseStruct(
                unit, category, minute / 10080, opened.Ticks, closed ? opened.AddMinutes(took).Ticks : long.MaxValue, (sbyte)(closed && answer.Worth >= 0 ? answer.Worth / 10 : -1));
        }
    }

    public static CampaignCalendar Calendar { get; } = new(DateTimeZone.Utc);

    public CaseObject[] Objects { get; }

    public CaseStruct[] Structs { get; }

    public IEnumerable<CaseRecord> Records => Objects.Select((c, i) => new CaseRecord(Instant.FromDateTimeUtc(c.Opened))
    {
        Id = $"24-{i:00000000}",
        Closed = c.Closed is { } closed ? Instant.FromDateTimeUtc(closed) : null,
        Unit = c.Unit,
        Category = c.Category,
        Answer = c.Answer,
    });
}
