using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Runtime;

/// <summary>Days are stamped when they are recorded, by the zone's rules and the day start, and stay.</summary>
public sealed class DayTests
{
    private static readonly Campaign Berlin = Campaign.Define("berlin", version: 1)
        .In("Europe/Berlin").From(2021, 10, 25).To(2021, 11, 7)
        .Unit("step")
        .Task("walk", t => t.OncePerDay().Awards("step"))
        .Task("run", t => t.OncePerDay().To(new LocalDate(2021, 10, 31)).Awards("step"))
        .Build();

    [Theory]
    [InlineData("2021-10-30T21:59:59", "2021-10-30")]
    [InlineData("2021-10-30T22:00:00", "2021-10-31")]
    [InlineData("2021-10-31T00:30:00", "2021-10-31")] // 02:30 summer time
    [InlineData("2021-10-31T01:30:00", "2021-10-31")] // 02:30 again, an hour later
    [InlineData("2021-10-31T22:59:59", "2021-10-31")] // the day's 25th hour
    [InlineData("2021-10-31T23:00:00", "2021-11-01")]
    public async Task CheckInAsync_AroundTheDayOf25Hours_CountsForTheZonesDay(string utc, string day)
    {
        await using var host = ChangningHost.Run(definition: Berlin);
        host.Clock.Now = Utc(utc);
        await host.Campaign.EnrolAsync("p-1");
        Assert.Equal(day, (await host.AcceptedAsync("p-1", new CheckInRequest("walk", "k"))).Day.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public async Task CheckInAsync_TwiceOnTheDayOf25Hours_OpensWhenTheDayEnds()
    {
        await using var host = ChangningHost.Run(definition: Berlin);
        host.Clock.Now = Utc("2021-10-30T22:00:00");
        await host.Campaign.EnrolAsync("p-1");
        await host.AcceptedAsync("p-1", new CheckInRequest("walk", "a"));
        await host.AcceptedAsync("p-1", new CheckInRequest("run", "b"));
        host.Clock.Now = Utc("2021-10-31T22:59:59");
        Assert.Equal(Utc("2021-10-31T23:00:00"), (await host.RefusedAsync<CadenceExceeded>("p-1", new CheckInRequest("walk", "c"))).OpensAt);

        // The day after is none of the task's, though one of the campaign's.
        Assert.Null((await host.RefusedAsync<CadenceExceeded>("p-1", new CheckInRequest("run", "c"))).OpensAt);
    }

    [Fact]
    public async Task CheckInAsync_DayStartsAtFour_NightBelongsToTheDayBefore()
    {
        await using var host = ChangningHost.Run(definition: ChangningHost.Define().DayStartsAt(new LocalTime(4, 0)).Build());
        await host.Campaign.EnrolAsync("p-1");
        host.Clock.Now = ChangningHost.At("2021-03-30T03:59");
        Assert.Equal(new LocalDate(2021, 3, 29), (await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"))).Day);
        Assert.Equal(ChangningHost.At("2021-03-30T04:00"), (await host.RefusedAsync<CadenceExceeded>("p-1", new CheckInRequest("stitch", "b"))).OpensAt);
        host.Clock.Now = ChangningHost.At("2021-03-30T04:00");
        Assert.Equal(new LocalDate(2021, 3, 30), (await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "b"))).Day);

        // The week ends with the night of Sunday.
        host.Clock.Now = ChangningHost.At("2021-04-05T03:00");
        var sunday = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "c"));
        await host.Campaign.WaitForAsync(sunday.Position);
        var week = host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");
        Assert.Equal(3, host.Campaign.Leaderboard("stitch", week)["p-1"]!.Value.Score);
    }

    [Fact]
    public async Task Run_UnderALaterDefinition_KeepsDayAwardsAndVersionOfWhatIsRecorded()
    {
        var store = new InMemoryEventStore();
        await using (var v1 = ChangningHost.Run(store))
        {
            await v1.Campaign.EnrolAsync("p-1", "ai");
            v1.Clock.Now = ChangningHost.At("2021-03-29T03:00");
            await v1.AcceptedAsync("p-1", new CheckInRequest("stitch", "old"));
        }

        var definition = Campaign.Define("changning", version: 2)
            .In("Europe/London").From(2021, 3, 25).To(2021, 7, 1).Unit("stitch").Teams("ai")
            .Task("stitch", t => t.OncePerDay().Awards("stitch", 10))
            .Goal("flag", g => g.Sum("stitch").Reaches(11))
            .Build();
        await using var v2 = ChangningHost.Run(store, definition, new ImpatientTime());
        v2.Clock.Now = ChangningHost.At("2021-03-29T04:00");
        var old = await v2.AcceptedAsync("p-1", new CheckInRequest("stitch", "old"));
        Assert.True(old.IsRepeat);
        Assert.Equal((new LocalDate(2021, 3, 29), 1, 1), (old.Day, old.CheckIn.Version, old.CheckIn.Awards[0].Quantity));

        // In London it is still Sunday: that day is free, and pays by the new definition.
        var sunday = await v2.AcceptedAsync("p-1", new CheckInRequest("stitch", "new"));
        Assert.Equal((new LocalDate(2021, 3, 28), 2, 11), (sunday.Day, sunday.CheckIn.Version, sunday.Tally("stitch")));
        v2.Clock.Now = ChangningHost.At("2021-03-29T12:00");
        await v2.RefusedAsync<CadenceExceeded>("p-1", new CheckInRequest("stitch", "third"));

        await v2.Campaign.WaitForAsync(sunday.Position + 1);
        Assert.Equal(ChangningHost.At("2021-03-29T04:00"), v2.Campaign.Goal("flag").MetAt);
        await v2.Campaign.VoidAsync(old.CheckIn.Id, "r", "s");
        await v2.Campaign.CatchUpAsync();
        Assert.Equal((10, 10), (v2.Campaign.Tally("stitch").Total, v2.Campaign.Tally("stitch").ByTeam["ai"]));
        var week = v2.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");
        Assert.Equal(0, v2.Campaign.Tally("stitch", week).Total);
    }

    [Fact]
    public async Task Boards_OfRulesWhosePeriodsHaveTheSameIds_AreApart()
    {
        var definition = Campaign.Define("changning", version: 1)
            .In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1).Unit("stitch")
            .Task("stitch", t => t.OncePerDay().Awards("stitch"))
            .Draw("early", d => d.Every(PeriodRule.Parse("week from saturday")).TopBy("rank", "stitch", 1, TiePolicy.Ticket))
            .Draw("late", d => d.Every(PeriodRule.Parse("week from saturday 10:00")).TopBy("rank", "stitch", 1, TiePolicy.Ticket))
            .Build();
        await using var host = ChangningHost.Run(definition: definition);
        await host.Campaign.EnrolAsync("p-1");
        host.Clock.Now = ChangningHost.At("2021-03-30T10:00");
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"));
        await host.Campaign.WaitForAsync(stitch.Position);

        foreach (var draw in new[] { "early", "late" })
        {
            var period = host.Campaign.Draw(draw).PeriodOf(stitch.Day);
            Assert.Equal("week-2021-03-27", period.Id);
            Assert.Equal(1, host.Campaign.Tally("stitch", period).Total);
            Assert.Equal(1, host.Campaign.Leaderboard("stitch", period)["p-1"]!.Value.Score);
        }
    }

    [Fact]
    public async Task CheckInAsync_WeekThatEndsAtTen_CountsAndOpensByWholeDays()
    {
        var rule = PeriodRule.Parse("week from saturday 10:00");
        var definition = Campaign.Define("changning", version: 1)
            .In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1).Unit("stitch")
            .Task("walk", t => t.TimesPer(1, rule).Awards("stitch"))
            .Draw("lucky", d => d.Every(rule).FreezeAfter(Duration.FromHours(1)).TopBy("rank", "stitch", 1, TiePolicy.Ticket))
            .Build();
        await using var host = ChangningHost.Run(definition: definition);
        await host.Campaign.EnrolAsync([new Enrolment("p-1"), new Enrolment("p-2")]);
        host.Clock.Now = ChangningHost.At("2021-03-30T10:00");
        await host.AcceptedAsync("p-1", new CheckInRequest("walk", "a"));

        // Saturday began before ten, so it is a day of the week that ends: in the cadence, and in the draw.
        host.Clock.Now = ChangningHost.At("2021-04-03T12:00");
        var exceeded = await host.RefusedAsync<CadenceExceeded>("p-1", new CheckInRequest("walk", "b"));
        Assert.Equal(ChangningHost.At("2021-04-04T00:00"), exceeded.OpensAt);
        Assert.Empty((await host.AcceptedAsync("p-2", new CheckInRequest("walk", "a"))).LateFor);
        host.Clock.Now = exceeded.OpensAt!.Value;
        Assert.Equal(new LocalDate(2021, 4, 4), (await host.AcceptedAsync("p-1", new CheckInRequest("walk", "b"))).Day);

        var draw = host.Campaign.Draw("lucky");
        var week = draw.PeriodOf(new LocalDate(2021, 4, 3));
        Assert.Equal(ChangningHost.At("2021-04-04T01:00"), draw.FreezesAt(week));
        host.Clock.Now = draw.FreezesAt(week);
        Assert.IsType<DrawIsLocked>(await draw.LockAsync(week, OperatorCommitment.To(new string('a', 64))));
        Assert.Equal(["00001", "00002"], (await draw.LockedAsync(week))!.Pools["rank"].Ids);
    }

    [Fact]
    public async Task HoldAsync_LaterDefinitionFreezesElsewhere_DrawsAsFrozen()
    {
        var store = new InMemoryEventStore();
        var secret = new string('a', 64);
        await using (var v1 = ChangningHost.Run(store))
        {
            await v1.Campaign.EnrolAsync("p-1");
            v1.Clock.Now = ChangningHost.At("2021-04-04T23:00");
            await v1.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"));
            v1.Clock.Now = ChangningHost.At("2021-04-05T02:00");
            await v1.Campaign.Draw("lucky").LockAsync(Week(v1), OperatorCommitment.To(secret));
        }

        await using var same = ChangningHost.Run(store, ChangningHost.Define(version: 2).Task("dance", t => t.Once().Awards("stitch")).Build());
        Assert.NotNull(await same.Campaign.Draw("lucky").LockedAsync(Week(same)));

        await using var other = ChangningHost.Run(store, ChangningHost.Define(version: 3).In("Pacific/Auckland").NumberDigits(7).Build());
        other.Clock.Now = ChangningHost.At("2021-04-05T03:00");
        var held = Assert.IsType<DrawIsHeld>(await other.Campaign.Draw("lucky").HoldAsync(Week(other), new OperatorReveal(secret)));
        Assert.Equal(["00001"], held.Result["rank"].Winners.Select(w => w.Id));
        Assert.Equal(held.Result.Transcript.ToJson(), (await same.Campaign.Draw("lucky").ResultAsync(Week(same)))!.Transcript.ToJson());
    }

    private static CampaignPeriod Week(ChangningHost host) => host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");

    private static Instant Utc(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text + "Z").Value;
}
