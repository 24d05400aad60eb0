using CampaignKit.EventStore;

namespace CampaignKit.Tests.Runtime;

public sealed class ReadingTests
{
    [Fact]
    public async Task Boards_WhileTheRecordGrows_EveryAnswerIsOfOneState()
    {
        const int people = 40;
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync(Enumerable.Range(1, people).Select(i => new Enrolment($"p-{i}", i % 2 == 0 ? "ai" : "health")));
        var board = host.Campaign.Leaderboard("stitch");
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(async () =>
        {
            long reads = 0, position = 0;
            while (!done.IsCancellationRequested || reads < 50)
            {
                var page = board.Page(reader, 20);
                Assert.Equal(page.OrderBy(s => s.Rank), page);
                Assert.Equal(page.OrderByDescending(s => s.Score).Select(s => s.Score), page.Select(s => s.Score));
                Assert.Equal(page.Count, page.Select(s => s.Id).Distinct().Count());
                Assert.True(page.Zip(page.Skip(1)).All(two => two.First.Score == two.Second.Score == (two.First.Rank == two.Second.Rank)));

                var around = board.Around("p-7", 3);
                Assert.True(around.Count == 0 || around.Any(s => s.Id == "p-7"));
                Assert.InRange(board.Count, 0, people);
                Assert.InRange(board.PercentileOf("p-7") ?? 0, 0, 100);
                var tally = host.Campaign.Tally("stitch");
                Assert.Equal(tally.Total, tally.ByTeam.Values.Sum());
                var counts = host.Campaign.Counts;
                Assert.True(counts.Voids <= counts.CheckIns);
                Assert.NotNull(await host.Campaign.HandbookAsync("p-7"));
                Assert.True(position <= host.Campaign.Position);
                position = host.Campaign.Position;
                reads++;
            }
        })).ToList();

        for (var day = 0; day < 20; day++)
        {
            host.Clock.Advance(NodaTime.Duration.FromDays(1));
            await Task.WhenAll(Enumerable.Range(1, people).Select(i => Task.Run(async () =>
            {
                if (await host.Campaign.CheckInAsync($"p-{i}", "stitch", $"d{day}") is CheckInAccepted stitch && (i + day) % 3 == 0)
                    await host.Campaign.VoidAsync(stitch.CheckIn.Id, "r", "s");
            })));
        }

        await host.Campaign.CatchUpAsync();
        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(people * 20, host.Campaign.Counts.CheckIns);
        Assert.Equal(board.Top(people).Sum(s => s.Score), host.Campaign.Tally("stitch").Total);
    }

    [Fact]
    public async Task FindAsync_NumberIssuedAMomentAgo_IsFoundWhileItIsBeingFolded()
    {
        var store = new InMemoryEventStore();
        await using var host = ChangningHost.Run(store);
        for (var number = 1; number <= 300; number++)
        {
            var me = await host.Campaign.EnrolAsync($"p-{number}");
            Assert.Equal(me, await host.Campaign.FindAsync(number));
        }
    }

    [Fact]
    public async Task Goal_OfSlotsThatPeopleFill_CountsEachPersonsOwn()
    {
        var definition = Campaign.Define("stamps", version: 1)
            .In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1).Unit("stamp", slots: ["north", "south"]).Teams("ai")
            .Task("north", t => t.Once().AwardsSlot("stamp", "north"))
            .Task("south", t => t.Once().AwardsSlot("stamp", "south"))
            .Goal("all", g => g.Distinct("stamp").Reaches(4))
            .Build();
        await using var host = ChangningHost.Run(definition: definition);
        await host.Campaign.EnrolAsync([new Enrolment("p-1", "ai"), new Enrolment("p-2"), new Enrolment("p-3")]);
        await host.AcceptedAsync("p-1", new CheckInRequest("north", "n"));
        await host.AcceptedAsync("p-2", new CheckInRequest("north", "n"));
        await host.AcceptedAsync("p-3", new CheckInRequest("north", "n"));
        await host.Campaign.CatchUpAsync();

        var tally = host.Campaign.Tally("stamp");
        Assert.Equal((3, 0), (tally.Total, tally.ByTeam["ai"]));
        Assert.Equal(tally.Total, host.Campaign.Goal("all").Value);
    }
}
