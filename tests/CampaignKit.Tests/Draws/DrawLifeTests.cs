using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;

namespace CampaignKit.Tests.Draws;

/// <summary>Numbers, publication and cancellation of draws.</summary>
public sealed class DrawLifeTests
{
    private const string Secret = "2021202120212021202120212021202120212021202120212021202120212021";

    [Fact]
    public async Task DrawRegisterAsync_ThreeWeeksOneCancelled_NumbersWithoutGapsAndEachNamesTheLast()
    {
        await using var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2021-05-01T00:00");
        var digests = new List<Digest>();
        foreach (var week in new[] { "2021-W13", "2021-W12", "2021-W14" })
        {
            var locked = Assert.IsType<DrawIsLocked>(await LockAsync(host, week)).Draw;
            Assert.Equal(new DrawNumber(digests.Count + 1, digests.Count == 0 ? null : digests[^1]), locked.Manifest.Number);
            digests.Add(locked.Manifest.Digest);
        }

        await HoldAsync(host, "2021-W12");
        await Draw(host).CancelAsync(Week(host, "2021-W12"), "two pools were wrong", "desk");
        await HoldAsync(host, "2021-W14");
        Assert.IsType<DrawIsPublished>(await Draw(host).PublishAsync(Week(host, "2021-W14")));

        Assert.Equal(
            [
                new NumberedDraw(1, "lucky", "2021-W13", digests[0], DrawStatus.Locked, null),
                new NumberedDraw(2, "lucky", "2021-W12", digests[1], DrawStatus.Cancelled, "two pools were wrong"),
                new NumberedDraw(3, "lucky", "2021-W14", digests[2], DrawStatus.Published, null),
            ],
            await host.Campaign.DrawRegisterAsync());
    }

    [Fact]
    public async Task LockAsync_TwoDrawsAtOnce_BothGetNumbers()
    {
        var definition = ChangningHost.Define().Draw("daily", d => d.Daily().NumberEndsWith("number", "7")).Build();
        var store = new InMemoryEventStore();
        await using var one = ChangningHost.Run(store, definition);
        await using var two = ChangningHost.Run(store, definition);
        one.Clock.Now = two.Clock.Now = ChangningHost.At("2021-05-01T00:00");
        var days = Enumerable.Range(1, 6).Select(i => one.Campaign.Definition.Calendar.PeriodById(PeriodRule.Day, $"2021-04-0{i}")).ToList();
        await Task.WhenAll(days.SelectMany((day, i) => new[] { one, two }.Select(host =>
            Task.Run(() => host.Campaign.Draw("daily").LockAsync(day, OperatorCommitment.To(Secret))))).Append(Task.Run(() => LockAsync(one, "2021-W13"))));

        var register = await two.Campaign.DrawRegisterAsync();
        Assert.Equal(Enumerable.Range(1, 7).Select(i => (long)i), register.Select(line => line.Sequence));
        Assert.Equal(7, register.Select(line => (line.Draw, line.Period)).Distinct().Count());
    }

    [Fact]
    public async Task CancelAsync_LockedDraw_IsNeitherHeldNorLockedAgain()
    {
        await using var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2021-05-01T00:00");
        await LockAsync(host, "2021-W13");
        Assert.Equal(new DrawIsCancelled("the list was short", false), await CancelAsync(host, "the list was short"));
        Assert.Equal(new DrawIsCancelled("the list was short", true), await CancelAsync(host, "something else"));

        foreach (var answer in new[] { await LockAsync(host, "2021-W13"), await HoldAsync(host, "2021-W13"), await Draw(host).PublishAsync(Week(host, "2021-W13")) })
            Assert.Equal("the list was short", Assert.IsType<DrawCalledOff>(Assert.IsType<DrawRefused>(answer).Why).Reason);
        Assert.Equal(DrawStatus.Cancelled, await Draw(host).StatusAsync(Week(host, "2021-W13")));
    }

    [Fact]
    public async Task CancelAsync_OpenOrPublishedDraw_Refused()
    {
        await using var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2021-05-01T00:00");
        Assert.IsType<NotLocked>(Assert.IsType<DrawRefused>(await CancelAsync(host, "too early")).Why);
        await LockAsync(host, "2021-W13");
        Assert.IsType<NotHeld>(Assert.IsType<DrawRefused>(await Draw(host).PublishAsync(Week(host, "2021-W13"))).Why);
        await HoldAsync(host, "2021-W13");
        await Draw(host).PublishAsync(Week(host, "2021-W13"));
        Assert.IsType<AlreadyPublished>(Assert.IsType<DrawRefused>(await CancelAsync(host, "too late")).Why);
        await Assert.ThrowsAsync<ArgumentException>(() => CancelAsync(host, " "));
    }

    [Fact]
    public async Task PublishAsync_HeldDraw_PrizesStandInHandbooksFromThenOn()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        await LockAsync(host, "2021-W13");
        await HoldAsync(host, "2021-W13");
        Assert.Empty(await PrizesAsync(host));

        var first = Assert.IsType<DrawIsPublished>(await Draw(host).PublishAsync(Week(host, "2021-W13")));
        host.Clock.Advance(NodaTime.Duration.FromHours(1));
        var second = Assert.IsType<DrawIsPublished>(await Draw(host).PublishAsync(Week(host, "2021-W13")));
        Assert.Equal((first.At, false, true), (second.At, first.IsRepeat, second.IsRepeat));
        Assert.Equal(["rank, place 1"], await PrizesAsync(host));
    }

    [Fact]
    public async Task ExcludeAsync_ParticipantBeforeTheFreeze_IsPassedOverWithTheReason()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync([new Enrolment("p-1"), new Enrolment("p-2")]);
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        await host.AcceptedAsync("p-2", new CheckInRequest("stitch", "k"));

        Assert.False(Assert.IsType<Recorded>(await Draw(host).ExcludeAsync("p-1", "staff", "desk")).IsRepeat);
        Assert.True(Assert.IsType<Recorded>(await Draw(host).ExcludeAsync("p-1", "staff", "desk")).IsRepeat);
        Assert.IsType<Recorded>(await Draw(host).ExcludeAsync("p-2", "staff", "desk"));
        Assert.IsType<Recorded>(await Draw(host).ReadmitAsync("p-2", "desk"));
        Assert.True(Assert.IsType<Recorded>(await Draw(host).ReadmitAsync("p-2", "desk")).IsRepeat);
        Assert.IsType<NotEnrolled>(Assert.IsType<Refused>(await Draw(host).ExcludeAsync("nobody", "staff", "desk")).Why);

        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        await LockAsync(host, "2021-W13");
        await Draw(host).ReadmitAsync("p-1", "desk");
        var held = Assert.IsType<DrawIsHeld>(await HoldAsync(host, "2021-W13")).Result["rank"];
        Assert.Equal("00002", Assert.Single(held.Winners).Id);
        Assert.Equal(("00001", SkipReason.Excluded, "staff"), Assert.Single(held.Skipped.Select(s => (s.Entry.Id, s.Reason, s.Why))));
    }

    [Fact]
    public async Task LockAsync_CoolDownOfOneDraw_WinnersOfTheLastHeldAreLeftOut()
    {
        var definition = ChangningHost.Define().Draw("cool", d => d.Weekly().CoolDown(1).TopBy("rank", "stitch", 1, TiePolicy.EarliestToReach)).Build();
        await using var host = ChangningHost.Run(definition: definition);
        await host.Campaign.EnrolAsync([new Enrolment("p-1"), new Enrolment("p-2")]);
        var winners = new List<string>();
        foreach (var (day, week) in new[] { ("2021-03-30", "2021-W13"), ("2021-04-06", "2021-W14"), ("2021-04-13", "2021-W15") })
        {
            host.Clock.Now = ChangningHost.At($"{day}T12:00");
            await host.AcceptedAsync("p-1", new CheckInRequest("stitch", day));
            await host.AcceptedAsync("p-2", new CheckInRequest("stitch", day));
            host.Clock.Advance(NodaTime.Duration.FromDays(7));
            var draw = host.Campaign.Draw("cool");
            await draw.LockAsync(Week(host, week), OperatorCommitment.To(Secret));
            var held = Assert.IsType<DrawIsHeld>(await draw.HoldAsync(Week(host, week), new OperatorReveal(Secret)));
            winners.Add(Assert.Single(held.Result["rank"].Winners).Id);
        }

        Assert.Equal(["00001", "00002", "00001"], winners);
    }

    private static async Task<IEnumerable<string?>> PrizesAsync(ChangningHost host)
    {
        await host.Campaign.CatchUpAsync();
        return (await host.Campaign.HandbookAsync("p-1"))!.Entries.Where(e => e.Kind == HandbookEntryKind.PrizeWon).Select(e => e.Detail);
    }

    private static CampaignDraw Draw(ChangningHost host) => host.Campaign.Draw("lucky");

    private static CampaignPeriod Week(ChangningHost host, string week) => host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, week);

    private static Task<DrawAnswer> LockAsync(ChangningHost host, string week) => Draw(host).LockAsync(Week(host, week), OperatorCommitment.To(Secret));

    private static Task<DrawAnswer> HoldAsync(ChangningHost host, string week) => Draw(host).HoldAsync(Week(host, week), new OperatorReveal(Secret));

    private static Task<DrawAnswer> CancelAsync(ChangningHost host, string reason) => Draw(host).CancelAsync(Week(host, "2021-W13"), reason, "desk");
}
