using CampaignKit.Calendars;
using CampaignKit.Draws;

namespace CampaignKit.Tests.Draws;

/// <summary>The pool of each kind of rule, worked out from one small week.</summary>
public sealed class DrawPoolsTests
{
    private const string Secret = "2021202120212021202120212021202120212021202120212021202120212021";

    [Fact]
    public async Task TopBy_EarliestToReach_PoolHasThePositionOfTheLastChange()
    {
        var pool = await PoolOfAsync(d => d.TopBy("r", "stitch", 2, TiePolicy.EarliestToReach, alternates: 1));
        Assert.Equal(PoolKind.TimedScores, pool.Kind);
        var outcome = await OutcomeOfAsync(d => d.TopBy("r", "stitch", 2, TiePolicy.EarliestToReach, alternates: 1));

        // 00003 was the first to have two, 00001 reached them after that; 00002 had one void.
        Assert.Equal(["00003", "00001"], outcome.Winners.Select(w => w.Id));
        Assert.Equal(["00002"], outcome.Alternates.Select(w => w.Id));
    }

    [Fact]
    public async Task FirstOf_Populations_InTheOrderOfTheRecord()
    {
        Assert.Equal(["00001", "00002"], await WinnersAsync(d => d.FirstOf("r", Population.Participants, 2)));

        // 00003 checked in first; the first check-in of 00002 is void, its second came last.
        Assert.Equal(["00003", "00001", "00002"], await WinnersAsync(d => d.FirstOf("r", Population.ActiveParticipants, 9)));
        Assert.Equal(["00001-3", "00003-3"], await WinnersAsync(d => d.FirstOf("r", Population.ApprovedMessages, 9).SeveralPrizesPerPerson()));
    }

    [Fact]
    public async Task Numbering_CheckIns_SerialsCountVoidedOnesToo()
    {
        var ending = await OutcomeOfAsync(d => d.NumberEndsWith("r", Numbering.CheckIns, "5"));
        Assert.Equal([("00001-2", "5", "00001")], ending.Winners.Select(w => (w.Id, w.Value, w.Holder)));
        Assert.Equal(["00003-2", "00001-1", "00002-2", "00003-3"], await WinnersAsync(d => d.EveryNth("r", 2, Numbering.CheckIns, offset: 0).SeveralPrizesPerPerson()));
        Assert.Equal(["00001", "00003"], await WinnersAsync(d => d.EveryNth("r", 2, Numbering.Participants, offset: 1)));
    }

    [Fact]
    public async Task Threshold_TwoStitches_EveryoneWhoHasThem() =>
        Assert.Equal(["00001", "00003"], await WinnersAsync(d => d.Threshold("r", "stitch", 2)));

    [Fact]
    public async Task RandomOf_WeightedByStitches_WeightsAreTheSums()
    {
        var outcome = await OutcomeOfAsync(d => d.RandomOf("r", Population.Participants, 9, 0, r => r with { WeightedBy = "stitch" }));
        Assert.Equal([("00001", "2"), ("00002", "1"), ("00003", "2")], outcome.Winners.Select(w => (w.Id, w.Value!)).Order());
    }

    [Fact]
    public async Task RandomOf_OneEntryAPerson_PoolIsOfAuthors()
    {
        var pool = await PoolOfAsync(d => d.RandomOf("r", Population.ApprovedMessages, 9, 0, r => r with { OneEntryPerPerson = true }));
        Assert.Equal(["00001", "00003"], pool.Ids);
    }

    [Fact]
    public async Task RandomOf_TeamQuotas_EachTeamGetsItsPlaces()
    {
        var outcome = await OutcomeOfAsync(d => d.RandomOf("r", Population.Participants, 2, 1, r => r with { Quotas = [new("ai", 1, 1), new("health", 1, 1)] }));
        Assert.Equal(["ai", "health"], outcome.Winners.Select(w => w.Stratum!).Order());
    }

    [Fact]
    public async Task LockAsync_QuotaThatCannotBeMet_RefusedWithTheConflict()
    {
        await using var host = await PlayAsync(d => d.RandomOf("r", Population.Participants, 4, 0, r => r with { Quotas = [new("ai", 4, 4)] }));
        var why = Assert.IsType<QuotaInfeasible>(Assert.IsType<DrawRefused>(await LockAsync(host)).Why);
        Assert.Contains("ai", why.Message, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> WinnersAsync(Action<DrawBuilder> draw) => (await OutcomeOfAsync(draw)).Winners.Select(w => w.Id);

    private static async Task<Pool> PoolOfAsync(Action<DrawBuilder> draw)
    {
        await using var host = await PlayAsync(draw);
        return Assert.IsType<DrawIsLocked>(await LockAsync(host)).Draw.Pools["r"];
    }

    private static async Task<RuleOutcome> OutcomeOfAsync(Action<DrawBuilder> draw)
    {
        await using var host = await PlayAsync(draw);
        await LockAsync(host);
        var held = Assert.IsType<DrawIsHeld>(await host.Campaign.Draw("test").HoldAsync(Week(host), new OperatorReveal(Secret)));
        Assert.True(DrawVerifier.Verify(held.Result.Transcript).IsValid);
        return held.Result["r"];
    }

    /// <summary>Four people in two teams, eight check-ins of which one is void, two messages.</summary>
    private static async Task<ChangningHost> PlayAsync(Action<DrawBuilder> draw)
    {
        var host = ChangningHost.Run(definition: ChangningHost.Define().Draw("test", d => draw(d.Weekly())).Build());
        await host.Campaign.EnrolAsync([new("p-1", "ai"), new("p-2", "ai"), new("p-3", "health"), new("p-4", "health")]);
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        await host.AcceptedAsync("p-3", new CheckInRequest("stitch", "1"));                              // serial 1
        await host.AcceptedAsync("p-3", new CheckInRequest("museum", "2") { Site = "library" });         // serial 2
        var gone = await host.AcceptedAsync("p-2", new CheckInRequest("stitch", "3"));                   // serial 3
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "4"));                              // serial 4
        await host.AcceptedAsync("p-1", new CheckInRequest("museum", "5") { Site = "library" });         // serial 5
        await host.Campaign.VoidAsync(gone.CheckIn.Id, "twice", "desk");
        await host.AcceptedAsync("p-2", new CheckInRequest("museum", "6") { Site = "library" });         // serial 6
        var first = await host.AcceptedAsync("p-1", new CheckInRequest("message", "7"));                 // serial 7
        var second = await host.AcceptedAsync("p-3", new CheckInRequest("message", "8"));                // serial 8
        await host.Campaign.ApproveMessageAsync(second.CheckIn.Id, "editor");
        await host.Campaign.ApproveMessageAsync(first.CheckIn.Id, "editor");
        host.Clock.Now = ChangningHost.At("2021-04-05T00:00");
        return host;
    }

    private static Task<DrawAnswer> LockAsync(ChangningHost host) => host.Campaign.Draw("test").LockAsync(Week(host), OperatorCommitment.To(Secret));

    private static CampaignPeriod Week(ChangningHost host) => host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");
}
