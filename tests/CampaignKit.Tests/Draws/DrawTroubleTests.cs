using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Draws;

/// <summary>What goes wrong around a draw: nothing of it loses the period, lets a known round decide or costs a winner the prize.</summary>
public sealed class DrawTroubleTests
{
    private const string Secret = "2021202120212021202120212021202120212021202120212021202120212021";

    [Fact]
    public async Task LockAsync_QuotaThatCannotBeMet_LeavesThePeriodOpenUntilItCan()
    {
        await using var host = await PlayAsync(d => d.RandomOf("r", Population.Participants, 2, 0, r => r with { Quotas = [new("health", 1, 2)] }));
        Assert.IsType<QuotaInfeasible>(Assert.IsType<DrawRefused>(await LockAsync(host)).Why);
        Assert.Equal(DrawStatus.Open, await Draw(host).StatusAsync(Week(host)));

        await host.Campaign.EnrolAsync("p-9", "health");
        Assert.IsType<QuotaInfeasible>(Assert.IsType<DrawRefused>(await LockAsync(host)).Why);
        await host.Campaign.JoinTeamAsync("p-1", "health");
        Assert.IsType<DrawIsLocked>(await LockAsync(host));
    }

    [Fact]
    public async Task LockAsync_WeightsBeyondTheirLimit_RefusedAndOpen()
    {
        var definition = Campaign.Define("changning", 1).In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1).Unit("metre")
            .Task("walk", t => t.OncePerDay().Awards("metre", 60_000_000))
            .Draw("test", d => d.Weekly().RandomOf("r", Population.Participants, 1, 0, r => r with { WeightedBy = "metre" })).Build();
        await using var host = ChangningHost.Run(definition: definition);
        await host.Campaign.EnrolAsync([new("p-1"), new("p-2")]);
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        foreach (var who in new[] { "p-1", "p-2" })
            await host.AcceptedAsync(who, new CheckInRequest("walk", "k"));
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");

        Assert.Contains("100000000", Assert.IsType<PoolsUnfit>(Assert.IsType<DrawRefused>(await LockAsync(host)).Why).Message, StringComparison.Ordinal);
        Assert.Equal(DrawStatus.Open, await Draw(host).StatusAsync(Week(host)));
        Assert.Empty(await host.Campaign.DrawRegisterAsync());
    }

    [Fact]
    public async Task LockAsync_LateSourceThatDoesNotFit_ThrowsAndLeavesThePeriodOpen()
    {
        await using var host = await PlayAsync(d => d.Threshold("r", "stitch", 1));
        await Assert.ThrowsAsync<ArgumentException>(() => Draw(host).LockAsync(
            Week(host), OperatorCommitment.To(Secret), new LateEntropy(Duration.FromHours(1), OperatorCommitment.To(Secret))));
        Assert.Equal(DrawStatus.Open, await Draw(host).StatusAsync(Week(host)));
    }

    [Fact]
    public async Task LockAsync_RoundThatComesWhileThePoolsAreWorkedOut_RefusedAndCanBeCancelled()
    {
        FixedClock? clock = null;
        var store = new SlowStore(new InMemoryEventStore(), "draws", () => clock?.Advance(Duration.FromSeconds(10)));
        await using var host = await PlayAsync(d => d.Threshold("r", "stitch", 1), store);
        clock = host.Clock;
        var soon = new FutureNumbers("in fifteen seconds", 1, 0, 9, host.Clock.Now + Duration.FromSeconds(15));
        Assert.IsType<EntropyRefused>(Assert.IsType<DrawRefused>(await Draw(host).LockAsync(Week(host), soon)).Why);

        Assert.Equal(DrawStatus.Frozen, await Draw(host).StatusAsync(Week(host)));
        Assert.IsType<DrawIsCancelled>(await Draw(host).CancelAsync(Week(host), "no luck", "desk"));
        Assert.IsType<DrawCalledOff>(Assert.IsType<DrawRefused>(await LockAsync(host)).Why);
    }

    [Fact]
    public async Task ExcludeAsync_ReasonOfMoreThan256Bytes_NamesTheRule()
    {
        await using var host = await PlayAsync(d => d.Threshold("r", "stitch", 1));
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Draw(host).ExcludeAsync("p-1", new string('组', 100), "desk"));
        Assert.Contains("256 bytes", error.Message, StringComparison.Ordinal);
        Assert.IsType<Recorded>(await Draw(host).ExcludeAsync("p-1", new string('组', 85), "desk"));
        Assert.IsType<DrawIsLocked>(await LockAsync(host));
    }

    [Fact]
    public async Task HoldAsync_LaterDefinitionWithOtherPeriods_TheLockedDrawGoesOn()
    {
        var store = new InMemoryEventStore();
        await using var host = await PlayAsync(d => d.Threshold("r", "stitch", 1), store);
        await LockAsync(host);
        await using var later = ChangningHost.Run(store, ChangningHost.Define(version: 2).Draw("test", d => d.Monthly().Threshold("r", "stitch", 5)).Build());
        later.Clock.Now = host.Clock.Now;

        var held = Assert.IsType<DrawIsHeld>(await later.Campaign.Draw("test").HoldAsync(Week(host), new OperatorReveal(Secret)));
        Assert.Equal("00001", Assert.Single(held.Result["r"].Winners).Id);
        Assert.IsType<DrawIsPublished>(await later.Campaign.Draw("test").PublishAsync(Week(host)));
        await Assert.ThrowsAsync<ArgumentException>(() => later.Campaign.Draw("test").StatusAsync(host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W14")));
    }

    [Fact]
    public async Task ClaimAsync_HostWhoseClockIsBehind_IsHeard()
    {
        var store = new InMemoryEventStore();
        await using var host = await PublishedAsync(store);
        await using var behind = ChangningHost.Run(store, host.Campaign.Definition);
        behind.Clock.Now = host.Clock.Now - Duration.FromSeconds(5);

        var claimed = Assert.IsType<PrizeIsClaimed>(await Draw(behind).ClaimAsync(Week(host), "r", "00001"));
        Assert.Equal(host.Clock.Now, claimed.Prize.Since);
        Assert.Empty(await Draw(behind).ForfeitOverdueAsync(Week(host)));
    }

    [Fact]
    public async Task ForfeitAsync_SentAgain_GivesTheFirstAnswer()
    {
        await using var host = await PublishedAsync(new InMemoryEventStore());
        var first = Assert.IsType<PrizeIsForfeited>(await Draw(host).ForfeitAsync(Week(host), "r", "00001", "staff", "desk"));
        host.Clock.Advance(Duration.FromHours(1));
        var second = Assert.IsType<PrizeIsForfeited>(await Draw(host).ForfeitAsync(Week(host), "r", "00001", "staff", "desk"));
        Assert.Equal((false, true, first.Prize), (first.IsRepeat, second.IsRepeat, second.Prize));
        Assert.IsType<PrizeRefused>(Assert.IsType<DrawRefused>(await Draw(host).ForfeitAsync(Week(host), "r", "00001", "another reason", "desk")).Why);
    }

    [Fact]
    public async Task ForfeitOverdueAsync_ManyOverdue_OneAppend()
    {
        const int people = 300;
        var store = new InMemoryEventStore();
        var definition = ChangningHost.Define().Draw("test", d => d.Weekly().ClaimWithin(Duration.FromDays(1)).RandomOf("r", Population.Participants, people, alternates: 5)).Build();
        await using var host = ChangningHost.Run(store, definition);
        await host.Campaign.EnrolAsync(Enumerable.Range(1, people).Select(i => new Enrolment($"p-{i}")));
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        await LockAsync(host);
        await Draw(host).HoldAsync(Week(host), new OperatorReveal(Secret));
        await Draw(host).PublishAsync(Week(host));
        host.Clock.Advance(Duration.FromDays(2));
        var before = await store.HeadAsync("changning");

        Assert.Equal(people, (await Draw(host).ForfeitOverdueAsync(Week(host))).Count);
        Assert.Equal(before + people, await store.HeadAsync("changning"));
        Assert.True(DrawVerifier.Verify((await Draw(host).ResultAsync(Week(host)))!.Transcript).IsValid);
    }

    [Fact]
    public async Task HoldAsync_BadSignatureAndAVerifier_Refused()
    {
        await using var host = ChangningHost.Run(configure: o => o.BeaconSignatures = new Doubter());
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        var locked = Assert.IsType<DrawIsLocked>(await host.Campaign.Draw("lucky").LockAsync(Week(host), Drand.Quicknet.FirstRoundAfter(host.Clock.Now))).Draw;
        var round = ((FutureDrandRound)locked.Manifest.Entropy).Round;
        host.Clock.Now = ChangningHost.At("2024-04-05T02:00");
        var why = Assert.IsType<EntropyRefused>(Assert.IsType<DrawRefused>(
            await host.Campaign.Draw("lucky").HoldAsync(Week(host), new DrandRound(round, new string('a', 96)))).Why);
        Assert.Contains("signature", why.Message, StringComparison.Ordinal);
    }

    private static async Task<ChangningHost> PublishedAsync(IEventStore store)
    {
        var host = await PlayAsync(d => d.ClaimWithin(Duration.FromDays(1)).TopBy("r", "stitch", 1, TiePolicy.Ticket, alternates: 1), store);
        await LockAsync(host);
        await Draw(host).HoldAsync(Week(host), new OperatorReveal(Secret));
        Assert.IsType<DrawIsPublished>(await Draw(host).PublishAsync(Week(host)));
        return host;
    }

    private static async Task<ChangningHost> PlayAsync(Action<DrawBuilder> draw, IEventStore? store = null)
    {
        var host = ChangningHost.Run(store, ChangningHost.Define().Draw("test", d => draw(d.Weekly())).Build());
        await host.Campaign.EnrolAsync([new("p-1", "ai"), new("p-2", "ai")]);
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        return host;
    }

    private static Task<DrawAnswer> LockAsync(ChangningHost host) => Draw(host).LockAsync(Week(host), OperatorCommitment.To(Secret));

    private static CampaignDraw Draw(ChangningHost host) => host.Campaign.Draw("test");

    private static CampaignPeriod Week(ChangningHost host) => ChangningHost.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");

    private sealed class Doubter : IBeaconSignatureVerifier
    {
        public bool Verify(string scheme, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => false;
    }
}
