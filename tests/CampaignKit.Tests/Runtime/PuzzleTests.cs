using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Runtime;

public sealed class PuzzleTests
{
    private static readonly string[] Slots = ["embroidery", "quiz", "song", "dubbing"];

    [Fact]
    public async Task Goal_LastPiece_RevealedOnceAlsoAfterReplayAndVoid()
    {
        var store = new InMemoryEventStore();
        CheckInAccepted last;
        GoalStatus met;
        await using (var host = ChangningHost.Run(store))
        {
            last = await AllPiecesAsync(host, but: 1);
            await host.Campaign.CatchUpAsync();
            Assert.Equal("23 of 24, not met", host.Campaign.Goal("picture").ToString());

            host.Clock.Now += Duration.FromHours(1);
            last = await host.PieceAsync("p-health", "dubbing");
            met = await MetAsync(host);
            Assert.Equal(host.Clock.Now, met.MetAt);
            await host.PieceAsync("p-health", "dubbing");
        }

        // Another host replays the same record, and so does one more that runs beside it.
        await using var again = ChangningHost.Run(store);
        await using var beside = ChangningHost.Run(store);
        await again.Campaign.CatchUpAsync();
        await beside.Campaign.CatchUpAsync();
        Assert.Equal(met, again.Campaign.Goal("picture"));

        again.Clock.Now = ChangningHost.At("2021-03-27T09:00");
        await again.Campaign.VoidAsync(last.CheckIn.Id, "wrong film", "desk");
        await again.Campaign.CatchUpAsync();
        Assert.Equal(23, again.Campaign.Tally("piece").Total);
        Assert.True(again.Campaign.Goal("picture").IsMet);
        Assert.Equal(["embroidery", "quiz", "song"], again.Campaign.Tally("piece").SlotsByTeam["health"]);

        // Done again: 24 once more, and the fact is still the first one.
        await again.Campaign.EnrolAsync("p-other", "health");
        again.Clock.Now = ChangningHost.At("2021-03-28T09:00");
        await again.PieceAsync("p-other", "dubbing");
        await again.Campaign.CatchUpAsync();
        Assert.Equal(met, again.Campaign.Goal("picture"));

        var facts = 0;
        await foreach (var stored in store.ReadCampaignAsync("changning", 0))
            facts += stored.Type == "goal-reached" ? 1 : 0;
        Assert.Equal(1, facts);
    }

    [Fact]
    public async Task Goal_NotLatched_ReopensWhenVoided()
    {
        var definition = ChangningHost.Define().Goal("three", g => g.Sum("stitch").Reaches(2)).Build();
        await using var host = ChangningHost.Run(definition: definition);
        await host.Campaign.EnrolAsync("p-1");
        await host.AcceptedAsync("p-1", new CheckInRequest("museum", "m") { Site = "library" });
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "s"));
        await UntilAsync(host, () => host.Campaign.Goal("three").IsMet);

        await host.Campaign.VoidAsync(stitch.CheckIn.Id, "r", "s");
        await UntilAsync(host, () => !host.Campaign.Goal("three").IsMet);
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "s2"));
        await UntilAsync(host, () => host.Campaign.Goal("three").IsMet);
    }

    [Fact]
    public async Task HandbookAsync_MembersOfATeam_SeePieceAndItsVoidInOrder()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync([new Enrolment("p-1", "ai"), new Enrolment("p-2", "ai")]);
        host.Clock.Advance(Duration.FromMinutes(5));
        var piece = await host.PieceAsync("p-1", "song");
        host.Clock.Advance(Duration.FromMinutes(5));
        await host.Campaign.VoidAsync(piece.CheckIn.Id, "playback", "desk");
        await host.Campaign.CatchUpAsync();

        foreach (var who in new[] { "p-1", "p-2" })
        {
            var handbook = await host.Campaign.HandbookAsync(who);
            Assert.Equal(
                [HandbookEntryKind.TeamAwarded, HandbookEntryKind.TeamAwardVoided],
                handbook!.Entries.Select(e => e.Kind).Where(k => k is HandbookEntryKind.TeamAwarded or HandbookEntryKind.TeamAwardVoided));
        }

        Assert.Null(await host.Campaign.HandbookAsync("p-3"));
    }

    private static async Task<CheckInAccepted> AllPiecesAsync(ChangningHost host, int but)
    {
        CheckInAccepted? last = null;
        await host.Campaign.EnrolAsync(ChangningHost.Definition.Teams.Select(team => new Enrolment($"p-{team}", team)));
        foreach (var (team, slot) in ChangningHost.Definition.Teams.SelectMany(team => Slots.Select(slot => (team, slot))).SkipLast(but))
            last = await host.PieceAsync($"p-{team}", slot);
        return last!;
    }

    private static async Task<GoalStatus> MetAsync(ChangningHost host)
    {
        await UntilAsync(host, () => host.Campaign.Goal("picture").IsMet);
        return host.Campaign.Goal("picture");
    }

    /// <summary>The fact follows the fold: waits for one position after another until it is there.</summary>
    private static async Task UntilAsync(ChangningHost host, Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await host.Campaign.CatchUpAsync(limit.Token);
        while (!condition())
            await host.Campaign.WaitForAsync(host.Campaign.Position + 1, limit.Token);
    }
}
