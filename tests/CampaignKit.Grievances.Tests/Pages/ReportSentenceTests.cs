using System.Text.RegularExpressions;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>What a report says of none, one and two, and of answers that nobody defined.</summary>
public sealed partial class ReportSentenceTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 0, 0);

    private static readonly CampaignCalendar Utc = new(DateTimeZone.Utc);

    [Fact]
    public void Report_OfNoneOneOrTwo_IsGrammatical()
    {
        var slips = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 243; i++)
        {
            // Each from none to two, with and without a unit.
            var (open, closed, undated, rated, duplicates) = (i % 3, i / 3 % 3, i / 9 % 3, i / 27 % 3, i / 81);
            foreach (var named in new[] { true, false })
            {
                CaseRecord[] cases =
                [
                    .. Enumerable.Range(0, open).Select(n => new CaseRecord(Start + Duration.FromHours(n)) { Unit = named ? "a" : "" }),
                    .. Enumerable.Range(0, closed).Select(n => new CaseRecord(Start) { Unit = named ? "b" : "", Closed = Start + Duration.FromDays(n + 1), Duplicate = n < duplicates }),
                    .. Enumerable.Range(0, undated).Select(_ => new CaseRecord(Start) { Unit = "c", ClosingTimeUnknown = true }),
                    .. Enumerable.Range(0, rated).Select(n => new CaseRecord(Start) { Unit = "d", Closed = Start + Duration.FromDays(n + 3), Answer = n == 0 ? "satisfied" : "so-so" }),
                ];
                foreach (var options in new GrievanceReportOptions[] { new() { MinimumBase = 1 }, new() { MinimumBase = 2, AsOf = Start + Duration.FromDays(9), Within = Duration.FromDays(2), CountDuplicates = false } })
                {
                    var report = GrievanceReport.Of(CaseTable.From(cases, Utc), options);
                    slips.UnionWith(Slip().Matches($"{report}\n{Tag().Replace(report.ToHtml(), " ")}").Select(m => m.Value));
                }
            }
        }

        Assert.Empty(slips);
    }

    [Theory]
    [InlineData(0, 0, "- 0 cases.")]
    [InlineData(1, 0, "- 1 case, open.")]
    [InlineData(0, 1, "- 1 case, closed.")]
    [InlineData(0, 2, "- 2 cases, none of them open.")]
    [InlineData(1, 1, "- 2 cases, 1 of them open.")]
    public void Glance_OfFewCases_CountsThem(int open, int closed, string sentence)
    {
        var report = Report([.. Enumerable.Repeat(new CaseRecord(Start), open), .. Enumerable.Repeat(new CaseRecord(Start) { Closed = Start + Duration.FromDays(1) }, closed)]).ToString();

        Assert.Contains($"{sentence}\n", report, StringComparison.Ordinal);
        Assert.Equal(open + closed > 0, report.Contains("With open cases counted", StringComparison.Ordinal));
        Assert.Equal(closed == 1, report.Contains("- The one closed case took 24 h.\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Glance_AnswersThatNobodyDefined_AreCountedWithTheirWordsMostFirst()
    {
        var answers = new[] { "meh", "meh", "satisfied", "Sehr, sehr, sehr, sehr zufrieden damit", "e1", "e2", "e3", "e4", "e5" };
        var report = Report(answers.Select(a => new CaseRecord(Start) { Closed = Start + Duration.FromDays(1), Answer = a })).ToString();

        Assert.Contains(
            "- Not rated because the definition does not know the answer: 8 closed cases ('meh' 2, 'Sehr, sehr, sehr, sehr zufrie…' 1, 'e1' 1, 'e2' 1, 'e3' 1 and 2 other words).\n",
            report,
            StringComparison.Ordinal);
        Assert.DoesNotContain("does not know the answer", Report([new CaseRecord(Start) { Closed = Start + Duration.FromDays(1), Answer = "satisfied" }]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Glance_AnswersThatNobodyDefinedInPublication_AreCountedWithoutTheirWords()
    {
        CaseRecord[] cases = [.. Enumerable.Range(0, 40).Select(i => new CaseRecord(Start) { Unit = "a", Closed = Start + Duration.FromDays(1), Answer = i == 0 ? "Mrs Lee was rude" : "satisfied" })];
        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { SuppressBelow = 5 });

        Assert.Contains("- Not rated because the definition does not know the answer: 1 closed case.\n", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lee", report + report.ToHtml() + report.ToMarkdown() + GoldenReportTests.Json(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Trend_WeeksThatBeginOnASaturday_AreCountedAsWeeks()
    {
        var rule = PeriodRule.Parse("week from saturday");
        CaseRecord[] cases = [.. Enumerable.Range(0, 60).Select(i => new CaseRecord(Start + Duration.FromDays(i)) { Closed = Start + Duration.FromDays(i + 1) })];
        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { By = [Dimension.Every(rule)], Within = Duration.FromDays(2) });

        Assert.Contains("- None of 9 weeks from saturday with data is outside the limits.", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trend_OfOnePeriod_TellsNone()
    {
        CaseRecord[] cases = [.. Enumerable.Range(0, 20).Select(i => new CaseRecord(Start + Duration.FromHours(i)) { Closed = Start + Duration.FromDays(2), Answer = "satisfied" })];
        var report = Report(cases).ToString();

        Assert.Contains("- One week alone has data, so there is no trend to tell.\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("times as much as by chance", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(40, false)]
    [InlineData(5000, false)]
    public void Trend_DaysWithoutCases_EndARunHoweverManyTheyAre(int gap, bool isRun)
    {
        // Four bad days, then six good ones on either side of the gap.
        var good = Enumerable.Range(0, 12).Select(day => Start + Duration.FromDays(day < 6 ? day : day + gap));
        CaseRecord[] cases =
        [
            .. Enumerable.Range(1, 4).SelectMany(day => Enumerable.Repeat(new CaseRecord(Start - Duration.FromDays(day)) { Closed = Start + Duration.FromDays(2) }, 10)),
            .. good.SelectMany(day => Enumerable.Range(0, 10).Select(i => new CaseRecord(day) { Closed = day + Duration.FromHours(i == 0 ? 30 : 1) })),
        ];
        var report = GrievanceReport.Of(CaseTable.From(cases, Utc), new GrievanceReportOptions { By = [Dimension.Every(PeriodRule.Day)], Within = Duration.FromHours(24) });

        Assert.Equal(isRun, report.Trend!.Signals.Any(s => s.Rule is ChartRule.RunOnOneSide));
        Assert.Equal(isRun, report.ToString().Contains("There is a run on one side of the centre.", StringComparison.Ordinal));
        Assert.Equal(16, report.Trend.Points.Count(p => p.Rate.HasData));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void NotKnown_WhatTheOthersThink_IsSaidOnlyIfThereAreOthers(int silent)
    {
        var report = Report([.. Enumerable.Range(0, 3 + silent).Select(i => new CaseRecord(Start) { Closed = Start + Duration.FromDays(1), Answer = i < 3 ? "satisfied" : null })]);

        Assert.Equal(silent > 0, report.NotKnown.Contains("What the others think: 25.00 % of 4 closed cases have no answer that counts. Over all closed cases, satisfaction is somewhere in 75.00-100.00 %."));
        Assert.Equal(silent > 0, report.ToString().Contains("What the others think", StringComparison.Ordinal));
    }

    [Fact]
    public void NotKnown_TheOneClosedCaseWithoutAClosingTime_IsNotOneOfOne()
    {
        Assert.Contains("How long the one closed case took, which has no closing time; no time counts it.", Report([new CaseRecord(Start) { ClosingTimeUnknown = true }]).NotKnown);
        Assert.Contains("How long 1 of 2 closed cases took, which has no closing time; no time counts it.", Report([new CaseRecord(Start) { ClosingTimeUnknown = true }, new(Start) { Closed = Start + Duration.FromDays(1) }]).NotKnown);
    }

    [Fact]
    public void NotKnown_AnswersThatNobodyDefinedAndNoClosingTimes_AreNotCalledMissing() => Assert.Contains(
        "How units compare and how things change: no answer of citizens counts, and there are no closing times.",
        Report([new CaseRecord(Start) { ClosingTimeUnknown = true, Answer = "who knows" }]).NotKnown);

    private static GrievanceReport Report(IEnumerable<CaseRecord> cases) => GrievanceReport.Of(CaseTable.From(cases, Utc));

    /// <summary>One of many, many of one, and one that do. What a rate is of is a name, which stands after its count as it is.</summary>
    [GeneratedRegex(@"(?<! of |,|\.|\d)\b1 (\w+ )?(cases|groups|units|weeks|months|points|words|periods|days|runs|answers)\b|\b[02] (\w+ )?(case|group|unit|week|month|point|word|period|day|run)\b|\bone \w* ?cases\b|\b1 (have|are|were|compare)\b")]
    private static partial Regex Slip();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
