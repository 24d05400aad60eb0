using System.Globalization;
using CampaignKit.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>Cases at random, the plain way of summing them up, and what a report says in a form to compare.</summary>
public static class CaseLists
{
    public static Instant Start { get; } = Instant.FromUtc(2021, 3, 20, 4, 0);

    public static IReadOnlyList<Dimension> Everything { get; } = [Dimension.Unit, Dimension.Category, Dimension.Week];

    public static Arbitrary<CaseRecord> Records() => Arb.From(
        from opened in Gen.Choose(0, 1000)
        from closing in Gen.Choose(-2, 6)
        from minutes in Gen.Choose(0, 5000)
        from unit in Gen.Elements("", "water", "housing", "roads")
        from category in Gen.Elements("", "leak", "noise")
        from answer in Gen.Elements(null, "satisfied", "basically satisfied", "dissatisfied", "not reached", "so-so", " ")
        from contacted in Gen.Elements(null, (bool?)true, false)
        from resolved in Gen.Elements(null, (bool?)true, false)
        from duplicate in Gen.Elements(true, false)
        select new CaseRecord(Start + Duration.FromHours(opened))
        {
            Closed = closing < 0 ? null : Start + Duration.FromHours(opened) + Duration.FromMinutes(closing * minutes),
            ClosingTimeUnknown = closing == -1,
            Unit = unit,
            Category = category,
            Answer = answer,
            Contacted = contacted,
            Resolved = resolved,
            Duplicate = duplicate,
        });

    /// <summary>Counts, keys and times of a report by LINQ over records.</summary>
    public static IEnumerable<string> PlainRows(IEnumerable<CaseRecord> cases, CampaignCalendar calendar, Instant? asOf) =>
        from record in cases
        where asOf is null || record.Opened <= asOf
        group record by (record.Unit, record.Category, Week: calendar.PeriodOf(PeriodRule.Week, record.Opened).Id) into g
        orderby g.Key.Unit, g.Key.Category, g.Key.Week
        let closed = g.Where(c => c.ClosingTimeUnknown || (c.Closed is { } at && (asOf is null || at <= asOf))).ToList()
        let rated = closed.Where(c => c.Answer is "satisfied" or "basically satisfied" or "dissatisfied").ToList()
        let times = closed.Where(c => c.Closed is not null).Select(c => (c.Closed!.Value - c.Opened).BclCompatibleTicks).Order().ToList()
        select Line(
            [g.Key.Unit, g.Key.Category, g.Key.Week], g.Count(), closed.Count, rated.Count, g.Count(c => c.Duplicate),
            rated.Sum(c => c.Answer switch { "satisfied" => 1m, "basically satisfied" => 0.9m, _ => 0m }), times);

    public static IEnumerable<string> Rows(SatisfactionReport report) =>
        report.Rows.Select(r => Line(r.Key, r.Cases, r.Closed, r.Rated.Hits, r.Duplicates, r.Satisfaction.Hits, [.. r.Times.Ticks]));

    /// <summary>All that a report says.</summary>
    public static string Text(SatisfactionReport report) =>
        string.Join('\n', [report.ToString(), .. Rows(report), .. report.Total.Times.Ticks.ToArray().Select(t => $"{t}"), $"{report.Total.Duplicates}"]);

    private static string Line(IReadOnlyList<string> key, long cases, long closed, decimal rated, long duplicates, decimal worth, IReadOnlyList<long> times) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join('/', key)}: {cases} {closed} {rated} {duplicates} {worth:0.0} {string.Join(' ', times)}");
}
