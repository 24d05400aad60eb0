using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Runtime;

public sealed class CheckInTests
{
    [Fact]
    public async Task CheckInAsync_AroundMidnightAndAgain_TwoStitchesOnTwoDays()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-7");
        host.Clock.Now = ChangningHost.At("2021-03-29T23:59:30");
        var first = await host.AcceptedAsync("p-7", new CheckInRequest("stitch", "k1"));
        host.Clock.Now = ChangningHost.At("2021-03-30T00:00:10");
        var second = await host.AcceptedAsync("p-7", new CheckInRequest("stitch", "k2"));
        Assert.Equal((new LocalDate(2021, 3, 29), new LocalDate(2021, 3, 30)), (first.Day, second.Day));

        var again = await host.AcceptedAsync("p-7", new CheckInRequest("stitch", "k2"));
        Assert.True(again.IsRepeat);
        Assert.Equal(second.CheckIn.Id, again.CheckIn.Id);
        Assert.Equal(2, again.Tally("stitch"));

        host.Clock.Now = ChangningHost.At("2021-03-30T08:00");
        var exceeded = await host.RefusedAsync<CadenceExceeded>("p-7", new CheckInRequest("stitch", "k3"));
        Assert.Equal(ChangningHost.At("2021-03-31T00:00"), exceeded.OpensAt);
        var conflict = await host.RefusedAsync<KeyConflict>("p-7", new CheckInRequest("museum", "k2") { Site = "library" });
        Assert.Equal(second.CheckIn.Id, conflict.First);

        await host.Campaign.CatchUpAsync();
        Assert.Equal(2, host.Campaign.Leaderboard("stitch")["p-7"]!.Value.Score);
    }

    [Fact]
    public async Task CheckInAsync_SameKeyManyAtOnce_OneRecord()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-7");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.Campaign.CheckInAsync("p-7", "stitch", "k"))));

        Assert.Single(answers.Cast<CheckInAccepted>(), a => !a.IsRepeat);
        await host.Campaign.CatchUpAsync();
        Assert.Equal(1, host.Campaign.Counts.CheckIns);
    }

    [Fact]
    public async Task CheckInAsync_RaceForOnceADayOnTwoHosts_OneWins()
    {
        var store = new InMemoryEventStore();
        await using var one = ChangningHost.Run(store);
        await using var two = ChangningHost.Run(store);
        await one.Campaign.EnrolAsync("p-7");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => (i % 2 == 0 ? one : two).Campaign.CheckInAsync("p-7", "stitch", $"k{i}"))));

        Assert.Single(answers.OfType<CheckInAccepted>());
        Assert.Equal(15, answers.OfType<CheckInRefused>().Count(r => r.Why is CadenceExceeded));
    }

    [Fact]
    public async Task CheckInAsync_OfflineBeforeFreeze_CountsForItsDay()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-7");
        host.Clock.Now = ChangningHost.At("2021-04-05T00:20");
        var answer = await host.AcceptedAsync("p-7", new CheckInRequest("stitch", "k") { OccurredAt = ChangningHost.At("2021-04-04T23:50") });

        Assert.Equal(new LocalDate(2021, 4, 4), answer.Day);
        Assert.Empty(answer.LateFor);
        await host.Campaign.WaitForAsync(answer.Position);
        var week = host.Campaign.Definition.Calendar.PeriodById(CampaignKit.Calendars.PeriodRule.Week, "2021-W13");
        Assert.Equal(1, host.Campaign.Leaderboard("stitch", week).Count);
    }

    [Fact]
    public async Task CheckInAsync_AfterFreeze_RaisesTheFlagAndSaysLate()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-7");
        host.Clock.Now = ChangningHost.At("2021-04-05T03:00");
        var answer = await host.AcceptedAsync("p-7", new CheckInRequest("stitch", "k") { OccurredAt = ChangningHost.At("2021-04-04T23:50") });

        Assert.Equal(new LateForPeriod("lucky", "2021-W13", ChangningHost.At("2021-04-05T02:00")), Assert.Single(answer.LateFor));
        await host.Campaign.WaitForAsync(answer.Position);
        Assert.Equal(1, host.Campaign.Tally("stitch").Total);
    }

    [Fact]
    public async Task CheckInAsync_WhatATaskAsks_IsRefusedWithTheReason()
    {
        await using var host = ChangningHost.Run();
        await host.RefusedAsync<NotEnrolled>("p-1", new CheckInRequest("stitch", "k"));
        await host.Campaign.EnrolAsync("p-1");
        await host.RefusedAsync<UnknownTask>("p-1", new CheckInRequest("dance", "k"));
        await host.RefusedAsync<TaskClosed>("p-1", new CheckInRequest("stitch", "k") { OccurredAt = ChangningHost.At("2021-03-24T23:59") });
        await host.RefusedAsync<OccurredInFuture>("p-1", new CheckInRequest("stitch", "k") { OccurredAt = host.Clock.Now + Duration.FromMinutes(2) });
        await host.RefusedAsync<SiteNotAdmitted>("p-1", new CheckInRequest("museum", "k"));
        await host.RefusedAsync<SiteNotAdmitted>("p-1", new CheckInRequest("museum", "k") { Site = "cinema" });
        await host.RefusedAsync<TeamNeeded>("p-1", new CheckInRequest("quiz", "k") { Site = "library", QuizScore = 80 });
        await host.Campaign.JoinTeamAsync("p-1", "ai");
        await host.RefusedAsync<EvidenceMissing>("p-1", new CheckInRequest("quiz", "k") { Site = "library" });
        await host.RefusedAsync<EvidenceInsufficient>("p-1", new CheckInRequest("quiz", "k") { Site = "library", QuizScore = 59 });
        await host.RefusedAsync<EvidenceInsufficient>("p-1", new CheckInRequest("quiz", "k") { Site = "library", QuizScore = 101 });
        await host.RefusedAsync<EvidenceMissing>("p-1", new CheckInRequest("song", "k") { Site = "library" });

        // Nothing was recorded, so the key is still free.
        await host.AcceptedAsync("p-1", new CheckInRequest("quiz", "k") { Site = "library", QuizScore = 60 });
    }

    [Fact]
    public async Task CheckInAsync_SecondMemberOfATeam_FindsItDone()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync([new Enrolment("p-1", "ai"), new Enrolment("p-2", "ai"), new Enrolment("p-3", "health")]);
        await host.PieceAsync("p-1", "quiz");

        await host.RefusedAsync<CadenceExceeded>("p-2", new CheckInRequest("quiz", "q") { Site = "library", QuizScore = 100 });
        await host.PieceAsync("p-3", "quiz");
    }

    [Fact]
    public async Task CheckInAsync_TeamMembersRace_OneGetsThePiece()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync(Enumerable.Range(1, 12).Select(i => new Enrolment($"p-{i}", "ai")));
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Task.Run(() =>
            host.Campaign.CheckInAsync($"p-{i}", new CheckInRequest("quiz", "q") { Site = "library", QuizScore = 80 }))));

        Assert.Single(answers.OfType<CheckInAccepted>());
        await host.Campaign.CatchUpAsync();
        Assert.Equal(1, host.Campaign.Tally("piece").Total);
    }

    [Fact]
    public async Task CheckInAsync_CadenceOfTwoADay_ThirdRefused()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");
        await host.AcceptedAsync("p-1", new CheckInRequest("message", "a"));
        await host.AcceptedAsync("p-1", new CheckInRequest("message", "b"));
        await host.RefusedAsync<CadenceExceeded>("p-1", new CheckInRequest("message", "c"));
    }

    [Fact]
    public async Task CheckInAsync_ADayBeforeEnrolment_Refused()
    {
        await using var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2021-03-29T12:00");
        await host.Campaign.EnrolAsync("p-1");
        await host.RefusedAsync<BeforeEnrolment>("p-1", new CheckInRequest("stitch", "k") { OccurredAt = ChangningHost.At("2021-03-28T23:59") });

        // Earlier on the day of enrolment is fine: people do the first task and enrol for it afterwards.
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k") { OccurredAt = ChangningHost.At("2021-03-29T08:00") });
    }

    [Fact]
    public async Task CheckInAsync_Repeated_PositionOfTheFirstRecord()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");
        var first = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"));
        await host.AcceptedAsync("p-1", new CheckInRequest("museum", "b") { Site = "library" });
        Assert.Equal(first.Position, (await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"))).Position);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void CheckInRequest_UnfitKey_NamesIt(string key) =>
        Assert.Contains("key", Assert.Throws<ArgumentException>(() => new CheckInRequest("stitch", key)).Message, StringComparison.Ordinal);

    [Fact]
    public void CheckInRequest_LongKeyOrHalfOfASurrogatePair_NamesTheRule()
    {
        Assert.Contains("200", Assert.Throws<ArgumentException>(() => new CheckInRequest("stitch", new string('k', 201))).Message, StringComparison.Ordinal);
        Assert.Contains("Unicode", Assert.Throws<ArgumentException>(() => new CheckInRequest("stitch", "a\ud800")).Message, StringComparison.Ordinal);
    }
}
