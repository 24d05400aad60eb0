namespace CampaignKit.Tests.Runtime;

public sealed class VoidTests
{
    [Fact]
    public async Task VoidAsync_CheckIn_EveryTallyFollows()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1", "ai");
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        var voided = Assert.IsType<Recorded>(await host.Campaign.VoidAsync(stitch.CheckIn.Id, "not there", "staff-1"));
        await host.Campaign.WaitForAsync(voided.Position);

        Assert.Equal(0, host.Campaign.Tally("stitch").Total);
        Assert.Equal(0, host.Campaign.Tally("stitch").ByTeam["ai"]);
        Assert.Null(host.Campaign.Leaderboard("stitch")["p-1"]);
        Assert.Equal(new CampaignCounts(1, 1, 0, 1), host.Campaign.Counts);

        // The day is open again, the key is not.
        var repeat = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        Assert.True(repeat.CheckIn.IsVoided);
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k2"));
    }

    [Fact]
    public async Task VoidAsync_Twice_SecondIsARepeat()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        await host.Campaign.VoidAsync(stitch.CheckIn.Id, "r", "s");
        Assert.True(Assert.IsType<Recorded>(await host.Campaign.VoidAsync(stitch.CheckIn.Id, "r", "s")).IsRepeat);
        await host.Campaign.CatchUpAsync();
        Assert.Equal(1, host.Campaign.Counts.Voids);
    }

    [Fact]
    public async Task VoidAsync_TeamTaskOfWhoChangedTeams_ReopensItWhereItWasDone()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync([new Enrolment("p-1", "ai"), new Enrolment("p-2", "ai")]);
        var song = await host.PieceAsync("p-1", "song");

        // At the very instant of the act: by now that instant belongs to the other team, the record does not.
        await host.Campaign.JoinTeamAsync("p-1", "health");
        await host.Campaign.VoidAsync(song.CheckIn.Id, "playback", "desk");
        await host.PieceAsync("p-2", "song");
        await host.Campaign.CatchUpAsync();
        Assert.Equal(["song"], host.Campaign.Tally("piece").SlotsByTeam["ai"]);
    }

    [Fact]
    public async Task VoidAsync_OnAnotherHost_OpensTheDayOnThisOne()
    {
        var store = new CampaignKit.EventStore.InMemoryEventStore();
        await using var one = ChangningHost.Run(store);
        await using var two = ChangningHost.Run(store);
        await one.Campaign.EnrolAsync("p-1");
        var stitch = await one.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"));
        await two.Campaign.VoidAsync(stitch.CheckIn.Id, "r", "s");

        Assert.True((await one.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"))).CheckIn.IsVoided);
        var second = await two.AcceptedAsync("p-1", new CheckInRequest("stitch", "b"));
        Assert.IsType<Recorded>(await one.Campaign.VoidAsync(second.CheckIn.Id, "r", "s"));
    }

    [Fact]
    public async Task VoidAsync_UnknownCheckIn_Refused()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");
        foreach (var id in new[] { new CheckInId(1, 1), new CheckInId(2, 1), new CheckInId(0, 0) })
            Assert.IsType<UnknownCheckIn>(Assert.IsType<Refused>(await host.Campaign.VoidAsync(id, "r", "s")).Why);
    }

    [Fact]
    public async Task ApproveMessageAsync_WhatIsNoMessage_Refused()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        var message = await host.AcceptedAsync("p-1", new CheckInRequest("message", "m"));
        Assert.IsType<NotAMessage>(Assert.IsType<Refused>(await host.Campaign.ApproveMessageAsync(stitch.CheckIn.Id, "e")).Why);
        Assert.False(Assert.IsType<Recorded>(await host.Campaign.ApproveMessageAsync(message.CheckIn.Id, "e")).IsRepeat);
        Assert.True(Assert.IsType<Recorded>(await host.Campaign.ApproveMessageAsync(message.CheckIn.Id, "e")).IsRepeat);
        await host.Campaign.VoidAsync(message.CheckIn.Id, "spam", "e");
        Assert.IsType<CheckInIsVoided>(Assert.IsType<Refused>(await host.Campaign.ApproveMessageAsync(message.CheckIn.Id, "e")).Why);
    }
}
