using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Draws;

public sealed class CampaignDrawTests
{
    private const string Secret = "2021202120212021202120212021202120212021202120212021202120212021";

    [Fact]
    public async Task LockAsync_BeforeTheFreeze_RefusedWithItsTime()
    {
        await using var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2021-04-05T01:59");
        var why = Assert.IsType<NotFrozen>(Assert.IsType<DrawRefused>(await LockAsync(host)).Why);
        Assert.Equal(ChangningHost.At("2021-04-05T02:00"), why.FreezesAt);
    }

    [Fact]
    public async Task LockAsync_FrozenWeek_PoolsHoldWhatCounts()
    {
        await using var host = ChangningHost.Run();
        await PlayWeekAsync(host);
        host.Clock.Now = ChangningHost.At("2021-04-05T03:00");

        // Too late for the draw, and of the next week.
        await host.AcceptedAsync("p-1", new CheckInRequest("museum", "late") { OccurredAt = ChangningHost.At("2021-04-04T20:00"), Site = "library" });
        await host.AcceptedAsync("p-2", new CheckInRequest("stitch", "next"));
        await host.Campaign.EnrolAsync("p-late");
        Assert.IsType<DrawIsLocked>(await LockAsync(host));

        var pools = (await host.Campaign.Draw("lucky").LockedAsync(Week(host)))!.Pools;
        Assert.Equal(PoolText(("00001", 2), ("00002", 1), ("00003", 1)), pools["rank"].Digest);
        Assert.Equal(["00001-2", "00003-2"], pools["messages"].Ids);
        Assert.Equal(5, pools["number"].Size);
    }

    /// <summary>Decided a moment before the freeze, written after it: it is not in the pool, so it must be told so.</summary>
    [Fact]
    public async Task CheckInAsync_WrittenBehindTheFreeze_IsLateAndNotInThePool()
    {
        var store = new GatedStore(new InMemoryEventStore(), "participant/p-1");
        await using var host = ChangningHost.Run(store);
        await host.Campaign.EnrolAsync("p-1");
        host.Clock.Now = ChangningHost.At("2021-04-05T01:59:59");
        store.IsClosed = true;
        var request = new CheckInRequest("stitch", "k") { OccurredAt = ChangningHost.At("2021-04-04T23:00") };
        var checkIn = host.Campaign.CheckInAsync("p-1", request);
        await store.Arrived;

        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        Assert.Empty(Assert.IsType<DrawIsLocked>(await LockAsync(host)).Draw.Pools["rank"].Ids);
        store.Open();

        var accepted = Assert.IsType<CheckInAccepted>(await checkIn);
        Assert.Equal("2021-W13", Assert.Single(accepted.LateFor).Period);
        Assert.True(accepted.CheckIn.RecordedAt < ChangningHost.At("2021-04-05T02:00"));
        store.IsClosed = false;
        Assert.Equal(accepted.LateFor, (await host.AcceptedAsync("p-1", request)).LateFor);
    }

    [Fact]
    public async Task LockAsync_StoreThatAlwaysConflicts_GivesUp()
    {
        var memory = new InMemoryEventStore();
        await using var host = ChangningHost.Run(new FaultyStore(memory, AppendFault.Conflict), configure: o => o.MaxAttempts = 3);
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        await Assert.ThrowsAsync<TooManyConflictsException>(() => LockAsync(host));
        Assert.Equal(0, await memory.HeadAsync("changning"));
    }

    [Fact]
    public async Task LockAsync_WeekOutsideTheCampaign_NamesItsDays()
    {
        await using var host = ChangningHost.Run();
        var week = host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "1999-W01");
        var error = await Assert.ThrowsAsync<ArgumentException>(() => host.Campaign.Draw("lucky").LockAsync(week, OperatorCommitment.To(Secret)));
        Assert.Contains("2021-03-25", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LockAsync_Twice_TheFirstLockStays()
    {
        await using var host = ChangningHost.Run();
        await PlayWeekAsync(host);
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        var first = Assert.IsType<DrawIsLocked>(await LockAsync(host));
        await host.Campaign.VoidAsync(new CheckInId(2, 1), "after the lock", "desk");
        var other = OperatorCommitment.To(new string('a', 64));
        var second = Assert.IsType<DrawIsLocked>(await host.Campaign.Draw("lucky").LockAsync(Week(host), other));

        Assert.True(second.IsRepeat);
        Assert.Equal(first.Draw.Manifest.Digest, second.Draw.Manifest.Digest);

        // The void came after the lock: the pools of the lock still have the entry, and the draw can be held.
        Assert.Contains("00002", (await host.Campaign.Draw("lucky").LockedAsync(Week(host)))!.Pools["rank"].Ids);
        Assert.IsType<DrawIsHeld>(await HoldAsync(host));
    }

    [Fact]
    public async Task LockAsync_RacingHosts_OneManifest()
    {
        var store = new InMemoryEventStore();
        await using var one = ChangningHost.Run(store);
        await using var two = ChangningHost.Run(store);
        await PlayWeekAsync(one);
        one.Clock.Now = two.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        var locks = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Campaign.Draw("lucky")
            .LockAsync(Week(one), OperatorCommitment.To(new string((char)('0' + i), 64))))));

        Assert.Single(locks.Cast<DrawIsLocked>(), l => !l.IsRepeat);
        Assert.Single(locks.Cast<DrawIsLocked>().Select(l => l.Draw.Manifest.Digest).Distinct());
    }

    [Fact]
    public async Task LockAsync_RoundThatIsKnown_Refused()
    {
        await using var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2024-01-01T00:00");
        var answer = await host.Campaign.Draw("lucky").LockAsync(Week(host), Drand.Quicknet.FirstRoundAfter(ChangningHost.At("2023-12-01T00:00")));
        Assert.IsType<EntropyRefused>(Assert.IsType<DrawRefused>(answer).Why);
    }

    [Fact]
    public async Task HoldAsync_NotLockedOrAnotherSecret_Refused()
    {
        await using var host = ChangningHost.Run();
        await PlayWeekAsync(host);
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        Assert.IsType<NotLocked>(Assert.IsType<DrawRefused>(await HoldAsync(host)).Why);
        await LockAsync(host);
        var wrong = await host.Campaign.Draw("lucky").HoldAsync(Week(host), new OperatorReveal(new string('b', 64)));
        Assert.IsType<EntropyRefused>(Assert.IsType<DrawRefused>(wrong).Why);
        await HoldAsync(host);
        var again = await host.Campaign.Draw("lucky").HoldAsync(Week(host), new OperatorReveal(new string('b', 64)));
        Assert.IsType<EntropyRefused>(Assert.IsType<DrawRefused>(again).Why);
    }

    [Fact]
    public async Task HoldAsync_AgainAndOnAnotherHost_TheSameTranscript()
    {
        var store = new InMemoryEventStore();
        await using var host = ChangningHost.Run(store);
        await PlayWeekAsync(host);
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        await LockAsync(host);
        var first = Assert.IsType<DrawIsHeld>(await HoldAsync(host));
        Assert.False(first.IsRepeat);

        await using var other = ChangningHost.Run(store);
        var second = Assert.IsType<DrawIsHeld>(await HoldAsync(other));
        Assert.True(second.IsRepeat);
        Assert.Equal(first.Result.Transcript.ToJson(), second.Result.Transcript.ToJson());
        Assert.Equal(first.Result.Transcript.ToJson(), (await other.Campaign.Draw("lucky").ResultAsync(Week(other)))!.Transcript.ToJson());
        Assert.True(DrawVerifier.Verify(first.Result.Transcript).IsValid);
    }

    [Fact]
    public async Task HoldAsync_OnePrizeAPerson_NobodyWinsTwice()
    {
        await using var host = ChangningHost.Run();
        await PlayWeekAsync(host);
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        await LockAsync(host);
        var held = Assert.IsType<DrawIsHeld>(await HoldAsync(host));

        // The three on the board win by rank, so their messages are skipped.
        Assert.Equal(3, held.Result["rank"].Winners.Count);
        Assert.Empty(held.Result["messages"].Winners);
        Assert.Equal(2, held.Result["messages"].Skipped.Count);

        await host.Campaign.Draw("lucky").PublishAsync(Week(host));
        await host.Campaign.CatchUpAsync();
        var prize = Assert.Single((await host.Campaign.HandbookAsync("p-1"))!.Entries, e => e.Kind == HandbookEntryKind.PrizeWon);
        Assert.Equal("lucky 2021-W13", prize.Subject);
    }

    [Fact]
    public async Task FreezesAt_PeriodOfAnotherRule_NamesBoth()
    {
        await using var host = ChangningHost.Run();
        var month = host.Campaign.CurrentPeriod(PeriodRule.Month);
        var error = Assert.Throws<ArgumentException>(() => host.Campaign.Draw("lucky").FreezesAt(month));
        Assert.Contains("2021-03", error.Message, StringComparison.Ordinal);
    }

    private static CampaignPeriod Week(ChangningHost host) => host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");

    private static Task<DrawAnswer> LockAsync(ChangningHost host) => host.Campaign.Draw("lucky").LockAsync(Week(host), OperatorCommitment.To(Secret));

    private static Task<DrawAnswer> HoldAsync(ChangningHost host) => host.Campaign.Draw("lucky").HoldAsync(Week(host), new OperatorReveal(Secret));

    private static Digest PoolText(params (string Id, long Score)[] scores) => Digest.Of(string.Concat(scores.Select(s => $"{s.Id}\t{s.Score}\n")));

    /// <summary>Five people; three with stitches in the week, two with approved messages, one message void, one not approved.</summary>
    private static async Task PlayWeekAsync(ChangningHost host)
    {
        await host.Campaign.EnrolAsync(Enumerable.Range(1, 5).Select(i => new Enrolment($"p-{i}", "ai")));
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        foreach (var who in new[] { "p-1", "p-2", "p-3" })
            await host.AcceptedAsync(who, new CheckInRequest("stitch", "tuesday"));
        foreach (var who in new[] { "p-1", "p-3", "p-4", "p-5" })
        {
            var message = await host.AcceptedAsync(who, new CheckInRequest("message", "m"));
            if (who != "p-5")
                await host.Campaign.ApproveMessageAsync(message.CheckIn.Id, "editor");
            if (who == "p-4")
                await host.Campaign.VoidAsync(message.CheckIn.Id, "spam", "editor");
        }

        host.Clock.Advance(Duration.FromHours(1));
        await host.AcceptedAsync("p-1", new CheckInRequest("museum", "museum") { Site = "library" });
    }
}
