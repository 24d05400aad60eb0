using CampaignKit.EventStore;

namespace CampaignKit.Tests.Runtime;

public sealed class EnrolmentTests
{
    [Fact]
    public async Task EnrolAsync_SamePersonTwice_SameNumber()
    {
        await using var host = ChangningHost.Run();
        var first = await host.Campaign.EnrolAsync("p-1");
        await host.Campaign.EnrolAsync("p-2");
        var again = await host.Campaign.EnrolAsync("p-1", "ai");

        Assert.Equal(first, again);
        Assert.Equal("00001", again.NumberText);
    }

    [Fact]
    public async Task EnrolAsync_List_NumbersInItsOrder()
    {
        await using var host = ChangningHost.Run();
        var people = await host.Campaign.EnrolAsync(Enumerable.Range(1, 2_500).Select(i => new Enrolment($"p-{i}", "ai")));

        Assert.Equal(Enumerable.Range(1, 2_500), people.Select(p => p.Number));
        Assert.Equal("p-1921", (await host.Campaign.FindAsync(1921))!.Id.Value);
        Assert.Null(await host.Campaign.FindAsync(2_501));
        Assert.Null(await host.Campaign.FindAsync(0));
    }

    [Fact]
    public async Task EnrolAsync_ManyAtOnceOnTwoHosts_DenseNumbersEachOnce()
    {
        var store = new InMemoryEventStore();
        await using var one = ChangningHost.Run(store);
        await using var two = ChangningHost.Run(store);
        var people = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => (i % 2 == 0 ? one : two).Campaign.EnrolAsync($"p-{i % 300}")));

        var distinct = people.Distinct().ToList();
        Assert.Equal(300, distinct.Count);
        Assert.Equal(Enumerable.Range(1, 300), distinct.Select(p => p.Number).Order());
    }

    [Fact]
    public async Task EnrolAsync_UnknownTeam_NamesItAndEnrolsNobody()
    {
        await using var host = ChangningHost.Run();
        var error = await Assert.ThrowsAsync<ArgumentException>(() => host.Campaign.EnrolAsync([new Enrolment("p-1"), new Enrolment("p-2", "navy")]));

        Assert.Contains("no team navy", error.Message, StringComparison.Ordinal);
        Assert.Null(await host.Campaign.FindAsync("p-1"));
    }

    [Fact]
    public async Task JoinTeamAsync_LaterThanTheAct_CreditStaysWithTheTeamThen()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1", "ai");
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "a"));
        host.Clock.Now = ChangningHost.At("2021-03-26T12:00");
        Assert.IsType<Recorded>(await host.Campaign.JoinTeamAsync("p-1", "finance"));
        host.Clock.Now = ChangningHost.At("2021-03-26T13:00");

        // One that happened before the move arrives after it.
        await host.AcceptedAsync("p-1", new CheckInRequest("museum", "m") { OccurredAt = ChangningHost.At("2021-03-26T11:00"), Site = "library" });
        var last = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "b"));
        await host.Campaign.WaitForAsync(last.Position);

        var tally = host.Campaign.Tally("stitch");
        Assert.Equal((2, 1, 3), (tally.ByTeam["ai"], tally.ByTeam["finance"], tally.Total));
    }

    [Fact]
    public async Task JoinTeamAsync_UnknownTeamOrStranger_Refused()
    {
        await using var host = ChangningHost.Run();
        await host.Campaign.EnrolAsync("p-1");

        Assert.IsType<UnknownTeam>(Assert.IsType<Refused>(await host.Campaign.JoinTeamAsync("p-1", "navy")).Why);
        Assert.IsType<NotEnrolled>(Assert.IsType<Refused>(await host.Campaign.JoinTeamAsync("p-9", "ai")).Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    public void ParticipantId_NotAnId_Refused(string text) => Assert.ThrowsAny<ArgumentException>(() => new ParticipantId(text));

    [Fact]
    public void ParticipantId_HalfOfASurrogatePair_NamesTheIndex() =>
        Assert.Contains("index 1", Assert.Throws<ArgumentException>(() => new ParticipantId("a\ud800")).Message, StringComparison.Ordinal);

    [Fact]
    public void ParticipantId_LongerThanLimit_NamesTheLength() =>
        Assert.Contains("258", Assert.Throws<ArgumentException>(() => new ParticipantId(new string('语', 86))).Message, StringComparison.Ordinal);
}
