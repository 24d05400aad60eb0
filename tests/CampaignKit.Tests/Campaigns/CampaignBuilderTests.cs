using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tests;

public sealed class CampaignBuilderTests
{
    private static CampaignBuilder Tiny => Campaign.Define("tiny", 1).In("UTC").From(2021, 3, 25).To(2021, 3, 31).Unit("point");

    [Fact]
    public void Build_NothingSaid_NamesWhatIsRequired()
    {
        var thrown = Assert.Throws<CampaignDefinitionException>(() => Campaign.Define("tiny", 0).Build());

        Assert.Equal(["$.version", "$.zone", "$.from", "$.to"], thrown.Problems.Select(p => p.Path));
        Assert.StartsWith("tiny is not a valid campaign (4 problems):", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_IdsTwice_NamesEach()
    {
        var campaign = Tiny.Unit("point").Team("a").Team("a").Site("b").Site("b")
            .Task("t", t => t.Awards("point")).Task("t", t => t.Awards("point"))
            .Goal("g", g => g.Sum("point").Reaches(1)).Goal("g", g => g.Sum("point").Reaches(1))
            .Draw("d", d => d.NumberEndsWith("r", "1").NumberEndsWith("r", "2")).Draw("d", d => d.NumberEndsWith("r", "1"));

        Assert.Equal(
            [
                ("$.teams[1]", "\"a\""), ("$.sites[1]", "\"b\""), ("$.units.point", "\"point\""), ("$.tasks.t", "\"t\""),
                ("$.goals.g", "\"g\""), ("$.draws.d", "\"d\""), ("$.draws.d.rules[1].id", "\"r\""),
            ],
            ProblemsOf(campaign, "stands there twice."));
    }

    [Fact]
    public void Build_AUnitPaidTwiceToOneParty_IsAProblem() =>
        Assert.Equal(
            [("$.tasks.t.award.point", "2")],
            ProblemsOf(Tiny.Team("a").Task("t", t => t.Awards("point").AwardsTeam("point").Awards("point", 2)), "must not pay the same unit to the same party twice."));

    [Fact]
    public void Build_ADayStartBetweenMinutes_IsAProblem() =>
        Assert.Equal([("$.dayStart", "\"04:00:30\"")], ProblemsOf(Tiny.DayStartsAt(new LocalTime(4, 0, 30)), "must be a whole minute."));

    [Theory]
    [InlineData(-1_000, "\"PT-1S\"")]
    [InlineData(1_500, "\"PT1.5S\"")]
    [InlineData(30L * 24 * 3_600_000 + 1_000, "\"PT720H1S\"")]
    public void Build_AFreezeOutOfRange_IsAProblem(long milliseconds, string value) =>
        Assert.Equal(
            [("$.draws.d.freezeAfter", value)],
            ProblemsOf(Tiny.Draw("d", d => d.FreezeAfter(Duration.FromMilliseconds(milliseconds)).NumberEndsWith("r", "1")), "must be whole seconds from PT0S to P30D."));

    [Fact]
    public void Build_AGoalOfNothing_NamesUnitAndReach()
    {
        var thrown = Assert.Throws<CampaignDefinitionException>(() => Tiny.Goal("g", _ => { }).Build());

        Assert.Equal(["$.goals.g.reaches", "$.goals.g.sum"], thrown.Problems.Select(p => p.Path));
    }

    [Fact]
    public void Build_ADrawWithoutRules_IsAProblem() =>
        Assert.Equal([("$.draws.d.rules", "[]")], ProblemsOf(Tiny.Draw("d", _ => { }), "must hold at least one rule."));

    [Fact]
    public void Build_NumbersOutOfRange_NamesEach() =>
        Assert.Equal(
            [("$.draws.d.rules[0].take", "0"), ("$.draws.d.rules[1].take", "1000001")],
            ProblemsOf(
                Tiny.Task("t", t => t.Awards("point")).Draw("d", d => d.TopBy("a", "point", 0, TiePolicy.Share).RandomOf("b", Population.Participants, 1_000_001)),
                "must be a whole number from 1 to 1,000,000."));

    [Fact]
    public void Build_CalledAgainAfterMoreIsSaid_LeavesTheFirstCampaignAlone()
    {
        var builder = Tiny.Team("a");
        var first = builder.Build();

        var second = builder.Team("b").Task("t", t => t.Once()).Build();

        Assert.Equal(["a"], first.Teams);
        Assert.Empty(first.Tasks);
        Assert.Equal(["a", "b"], second.Teams);
    }

    [Fact]
    public void Task_SaidTwice_TheLastWordCounts()
    {
        var task = Tiny.Sites("x", "y").Task("t", t => t.Once().AnyTime().AtAnySite().At("y").Quiz(1).StaffApproval()).Build().Tasks["t"];

        Assert.Equal(Cadence.AnyTime, task.Cadence);
        Assert.Equal(["y"], task.At!.Sites);
        Assert.Equal(new StaffApprovalRule(), task.Evidence);
    }

    [Fact]
    public void Draw_UnlessSaid_IsWeeklyWithOnePrizeAPerson()
    {
        var draw = Tiny.Draw("d", d => d.NumberEndsWith("r", "1")).Build().Draws["d"];

        Assert.Equal((PeriodRule.Week, Duration.Zero, OverlapPolicy.OnePrizePerPerson), (draw.Every, draw.FreezeAfter, draw.Overlap));
    }

    [Fact]
    public void AnyMethod_Null_IsRefusedAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => Campaign.Define(null!, 1));
        Assert.Throws<ArgumentNullException>(() => Tiny.In(null!));
        Assert.Throws<ArgumentNullException>(() => Tiny.Teams("a", null!));
        Assert.Throws<ArgumentNullException>(() => Tiny.Unit("set", ["a", null!]));
        Assert.Throws<ArgumentNullException>(() => Tiny.Task("t", null!));
        Assert.Throws<ArgumentNullException>(() => Tiny.Task("t", t => t.At("a", "b", null!)));
        Assert.Throws<ArgumentNullException>(() => Tiny.Draw("d", d => d.NumberEndsWith("r", [null!])));
    }

    [Fact]
    public void TimesPer_LessThanOnce_IsRefusedAtOnce() =>
        Assert.Throws<ArgumentException>(() => Tiny.Task("t", t => t.TimesPer(0, PeriodRule.Week)));

    private static IEnumerable<(string Path, string Value)> ProblemsOf(CampaignBuilder builder, string rule)
    {
        var problems = Assert.Throws<CampaignDefinitionException>(builder.Build).Problems;
        Assert.All(problems, p => Assert.Equal(rule, p.Rule));
        return problems.Select(p => (p.Path, p.Value));
    }
}
