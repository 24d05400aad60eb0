using System.Text.Json;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>What a file does not say is said so, and not taken for an answer; nor is what only the chosen cases do not say put down to the file.</summary>
public sealed class ReportUnsaidTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 0, 0);

    private static readonly CampaignCalendar Utc = new(DateTimeZone.Utc);

    [Fact]
    public void Since_LeavesNoAnswers_SaysSoOfTheseCasesAndNotOfTheFile()
    {
        CaseRecord[] cases =
        [
            new(Start) { Unit = "water", Closed = Start + Duration.FromDays(1), Answer = "satisfied", Contacted = true, Resolved = true },
            new(Start + Duration.FromDays(4)) { Unit = "water" },
            new(Start + Duration.FromDays(5)) { Unit = "roads", Closed = Start + Duration.FromDays(6) },
        ];
        var later = Of(cases, new GrievanceReportOptions { Since = Start + Duration.FromDays(3) }).ToString();
        var never = Of(cases.Select(c => c with { Answer = null, Contacted = null, Resolved = null })).ToString();

        Assert.Contains("- Satisfaction: not known; no answers among these cases.\n", later, StringComparison.Ordinal);
        Assert.Contains("- Whether citizens were satisfied: there are no answers among these cases. ", later, StringComparison.Ordinal);
        Assert.Contains("- Whether citizens were contacted and matters were resolved: these cases do not say.\n", later, StringComparison.Ordinal);
        Assert.DoesNotContain("the file has no answers", later, StringComparison.Ordinal);
        Assert.Contains("- Satisfaction: not known; the file has no answers of citizens.\n", never, StringComparison.Ordinal);
        Assert.Contains("- Whether citizens were contacted and matters were resolved: the file does not say.\n", never, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_FactsThatNobodyRecorded_AreSaidNotToHaveBeenLookedFor()
    {
        CaseRecord plain = new(Start) { Id = "c", Unit = "a", Closed = Start + Duration.FromDays(1) };

        Assert.Equal(
            "No flags in 1 case. Not looked for, because the file does not say: reopenings, replies, times of the last update, call-backs.", Flags(Of([plain])));
        Assert.Equal(
            "No flags in 1 case. Not looked for, because the file does not say: times of the last update, which matters were resolved.",
            Flags(Of([plain with { Reopenings = 0, Replied = true, Contacted = true }])));
        Assert.Equal("No flags in 1 case.", Flags(Of([plain with { Reopenings = 0, Replied = true, Contacted = true, Resolved = true, Updated = Start + Duration.FromDays(2) }])));
        Assert.StartsWith("No flags in 1 case. Not looked for, because the file does not say: exact closing times, reopenings, ", Flags(Of([plain], grain: TimeGrain.Day)), StringComparison.Ordinal);
        Assert.StartsWith("No flags in 1 case. Not looked for, because the file does not say: exact closing times, reopenings, ", Flags(Of([new(Start)])), StringComparison.Ordinal);
        Assert.EndsWith("innocent explanations too. Not looked for, because the file does not say: replies, times of the last update, call-backs.", Flags(Of([plain with { Reopenings = 1 }])), StringComparison.Ordinal);
        Assert.Equal("No flags in 0 cases.", Flags(Of([])));
    }

    [Fact]
    public void Flags_FactsThatOnlyEarlierCasesRecord_AreNotPutDownToTheFile()
    {
        CaseRecord[] cases = [new(Start) { Closed = Start + Duration.FromDays(1), Reopenings = 0 }, new(Start + Duration.FromDays(9)) { Closed = Start + Duration.FromDays(10) }];

        Assert.Equal(
            "No flags in 1 case. Not looked for, because the file does not say: replies, times of the last update, call-backs. Not looked for, because these cases do not say: reopenings.",
            Flags(Of(cases, new GrievanceReportOptions { Since = Start + Duration.FromDays(5) })));
    }

    [Fact]
    public void NotLookedFor_OfFactsAndOfATable_AreTheSameKinds()
    {
        CaseRecord record = new(Start) { Closed = Start + Duration.FromDays(1), Contacted = true };
        FlagKind[] kinds = [FlagKind.Reopened, FlagKind.ClosedWithoutReply, FlagKind.SelectiveCallBacks, FlagKind.UpdateAsClosing];
        var report = Of([record]);

        Assert.Equal(kinds, FlagReport.Of([FlagFacts.Of(record)]).NotLookedFor);
        Assert.Equal(kinds, report.Flags!.NotLookedFor);
        Assert.Equal(
            ["reopened", "closed without a reply", "selective call-backs", "update as closing"],
            JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement.GetProperty("flagsNotLookedFor").EnumerateArray().Select(k => k.GetString()));
        Assert.Empty(FlagReport.Of([]).NotLookedFor);
    }

    [Theory]
    [InlineData("", "No case names its unit, so there is nothing to compare.")]
    [InlineData("a", "All cases are of one unit, so there is nothing to compare.")]
    public void Comparison_OfOneUnit_IsNoneAndSaysWhy(string unit, string sentence)
    {
        var report = Of(Enumerable.Range(0, 20).Select(i => new CaseRecord(Start + Duration.FromHours(i)) { Unit = unit, Closed = Start + Duration.FromDays(2) }));

        Assert.Equal((null, null, null), (report.Funnel, report.Shrinkage, report.Ranks));
        Assert.Contains($"- {sentence}\n", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Comparison by unit", report.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(GoldenReportTests.Json(report)).RootElement.GetProperty("comparison").ValueKind);
    }

    [Fact]
    public void Comparison_AllButOneUnitHidden_DoesNotSayThatAllAreOfOne()
    {
        CaseRecord[] cases = [.. Enumerable.Range(0, 40).Select(i => new CaseRecord(Start) { Unit = i < 2 ? "b" : i < 15 ? "c" : "a", Closed = Start + Duration.FromHours(i) })];

        var text = Of(cases, new GrievanceReportOptions { SuppressBelow = 5 }).ToString();

        Assert.Contains("- One unit alone is shown, so there is nothing to compare.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("of one unit, so there", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NotKnown_FileWithoutClosings_SaysSo()
    {
        const string sentence = "Which cases were closed, and when: the file records no closings, so that all stand as open.";
        CaseRecord open = new(Start), closed = new(Start) { Closed = Start + Duration.FromDays(5) };

        Assert.Contains(sentence, Of([open, open]).NotKnown);
        Assert.DoesNotContain(sentence, Of([open, closed]).NotKnown);
        Assert.DoesNotContain(sentence, Of([open, closed], new GrievanceReportOptions { AsOf = Start + Duration.FromDays(2) }).NotKnown);
        Assert.DoesNotContain(sentence, Of([new(Start) { ClosingTimeUnknown = true }]).NotKnown);
        Assert.DoesNotContain(sentence, Of([]).NotKnown);
    }

    private static GrievanceReport Of(IEnumerable<CaseRecord> cases, GrievanceReportOptions? options = null, TimeGrain grain = TimeGrain.Instant) =>
        GrievanceReport.Of(CaseTable.From(cases, Utc, grain), options);

    private static string Flags(GrievanceReport report) => FlagParts.Of(report).OfType<PageProse>().First().Text;
}
