using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Draws;

/// <summary>Prizes that are claimed, taken back and passed on.</summary>
public sealed class PrizeTests
{
    private const string Secret = "2021202120212021202120212021202120212021202120212021202120212021";

    private static readonly Campaign Definition = ChangningHost.Define()
        .Draw("prize", d => d.Weekly().ClaimWithin(Duration.FromDays(7)).CoolDown(1).RandomOf("r", Population.Participants, 2, alternates: 2)).Build();

    [Fact]
    public async Task ClaimAsync_WinnerInTime_IsRecordedOnceAndTold()
    {
        await using var host = await PublishedAsync();
        var (winner, number) = await WinnerAsync(host, 0);

        var first = Assert.IsType<PrizeIsClaimed>(await Draw(host).ClaimAsync(Week(host), "r", winner));
        host.Clock.Advance(Duration.FromDays(30));
        var again = Assert.IsType<PrizeIsClaimed>(await Draw(host).ClaimAsync(Week(host), "r", winner));

        Assert.Equal((false, true, PrizeStatus.Claimed), (first.IsRepeat, again.IsRepeat, again.Prize.Status));
        Assert.Equal(first.Prize, again.Prize);
        Assert.Equal([HandbookEntryKind.PrizeWon, HandbookEntryKind.PrizeClaimed], await ToldAsync(host, number));
    }

    [Fact]
    public async Task ClaimAsync_BeforePublicationOrByALoserOrTooLate_Refused()
    {
        await using var host = await HeldAsync();
        Assert.IsType<NotPublished>(Assert.IsType<DrawRefused>(await Draw(host).ClaimAsync(Week(host), "r", "00001")).Why);
        Assert.Null(await Draw(host).PrizesAsync(Week(host)));
        await Draw(host).PublishAsync(Week(host));

        var (winner, _) = await WinnerAsync(host, 0);
        Assert.IsType<PrizeIsNotHeld>(await RefusalAsync(host, "nobody"));
        host.Clock.Advance(Duration.FromDays(7) + Duration.FromSeconds(1));
        Assert.IsType<ClaimIsTooLate>(await RefusalAsync(host, winner));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Draw(host).ClaimAsync(Week(host), "other", winner));
    }

    [Fact]
    public async Task ForfeitAsync_WithAReason_TheFirstAlternateFollows()
    {
        await using var host = await PublishedAsync();
        var (winner, number) = await WinnerAsync(host, 1);
        var alternates = (await Draw(host).ResultAsync(Week(host)))!["r"].Alternates;

        var forfeited = Assert.IsType<PrizeIsForfeited>(await Draw(host).ForfeitAsync(Week(host), "r", winner, "under age", "desk-2"));
        Assert.Equal((alternates[0].Id, PrizeStatus.Open), (forfeited.Prize.Entry.Id, forfeited.Prize.Status));
        Assert.IsType<PrizeWasForfeited>(Assert.IsType<PrizeRefused>(Assert.IsType<DrawRefused>(
            await Draw(host).ForfeitAsync(Week(host), "r", winner, "moved away", "desk-2")).Why).Why);
        await Assert.ThrowsAsync<ArgumentException>(() => Draw(host).ForfeitAsync(Week(host), "r", winner, "", "desk-2"));

        Assert.Equal([HandbookEntryKind.PrizeWon, HandbookEntryKind.PrizeForfeited], await ToldAsync(host, number));
        Assert.Equal([HandbookEntryKind.PrizeWon], await ToldAsync(host, int.Parse(alternates[0].Id, System.Globalization.CultureInfo.InvariantCulture)));

        // What is published again has it, and verifies.
        var transcript = (await Draw(host).ResultAsync(Week(host)))!.Transcript;
        Assert.Equal(("under age", "desk-2", alternates[0].Id), Assert.Single(transcript.Claims.OfType<PrizeForfeited>().Select(e => (e.Reason, e.By, e.Promoted))));
        Assert.True(DrawVerifier.Verify(transcript).IsValid);
    }

    [Fact]
    public async Task ForfeitOverdueAsync_OverTwoDeadlines_AlternatesFollowUntilNobodyIsLeft()
    {
        await using var host = await PublishedAsync();
        Assert.Empty(await Draw(host).ForfeitOverdueAsync(Week(host)));
        var (winner, _) = await WinnerAsync(host, 0);
        await Draw(host).ClaimAsync(Week(host), "r", winner);

        foreach (var status in new[] { PrizeStatus.Open, PrizeStatus.Open, PrizeStatus.NobodyLeft })
        {
            host.Clock.Advance(Duration.FromDays(7) + Duration.FromSeconds(1));
            Assert.Equal(status, Assert.Single(await Draw(host).ForfeitOverdueAsync(Week(host))).Status);
        }

        host.Clock.Advance(Duration.FromDays(8));
        Assert.Empty(await Draw(host).ForfeitOverdueAsync(Week(host)));
        Assert.Equal([PrizeStatus.Claimed, PrizeStatus.NobodyLeft], (await Draw(host).PrizesAsync(Week(host)))!.Select(prize => prize.Status));
    }

    [Fact]
    public async Task ClaimAsync_RacingWithForfeit_OneOfThemWins()
    {
        var store = new InMemoryEventStore();
        await using var one = await PublishedAsync(store);
        await using var two = ChangningHost.Run(store, Definition);
        two.Clock.Now = one.Clock.Now;
        var (winner, _) = await WinnerAsync(one, 0);
        var answers = await Task.WhenAll(
            Task.Run(() => Draw(one).ClaimAsync(Week(one), "r", winner)),
            Task.Run(() => Draw(two).ForfeitAsync(Week(two), "r", winner, "late", "desk")));

        Assert.Single(answers, answer => answer is DrawRefused);
        var prizes = (await Draw(one).PrizesAsync(Week(one)))!;
        Assert.Equal(answers[0] is PrizeIsClaimed ? PrizeStatus.Claimed : PrizeStatus.Open, prizes[0].Status);
        Assert.Equal(prizes, await Draw(two).PrizesAsync(Week(two)));
    }

    [Fact]
    public async Task CoolDown_ForfeitedPrize_LeavesItsWinnerInAndItsHeirOut()
    {
        await using var host = await PublishedAsync();
        var (winner, _) = await WinnerAsync(host, 0);
        var heir = Assert.IsType<PrizeIsForfeited>(await Draw(host).ForfeitAsync(Week(host), "r", winner, "moved", "desk")).Prize.Entry.Id;
        var next = host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W14");
        host.Clock.Now = ChangningHost.At("2021-04-12T00:00");
        var locked = Assert.IsType<DrawIsLocked>(await Draw(host).LockAsync(next, OperatorCommitment.To(Secret))).Draw;

        Assert.False(locked.Exclusions.Contains(winner));
        Assert.Equal("won changning/prize/2021-W13 by r", locked.Exclusions.ReasonFor(heir));
        Assert.Equal(2, locked.Exclusions.Size);
    }

    private static async Task<ClaimRefusal> RefusalAsync(ChangningHost host, string entry) =>
        Assert.IsType<PrizeRefused>(Assert.IsType<DrawRefused>(await Draw(host).ClaimAsync(Week(host), "r", entry)).Why).Why;

    private static async Task<(string Entry, int Number)> WinnerAsync(ChangningHost host, int place)
    {
        var id = (await Draw(host).PrizesAsync(Week(host)))![place].Entry.Id;
        return (id, int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<IEnumerable<HandbookEntryKind>> ToldAsync(ChangningHost host, int number)
    {
        await host.Campaign.CatchUpAsync();
        return (await host.Campaign.HandbookAsync($"p-{number}"))!.Entries.Select(e => e.Kind).Where(kind => kind >= HandbookEntryKind.PrizeWon);
    }

    private static async Task<ChangningHost> PublishedAsync(IEventStore? store = null)
    {
        var host = await HeldAsync(store);
        Assert.IsType<DrawIsPublished>(await Draw(host).PublishAsync(Week(host)));
        return host;
    }

    private static async Task<ChangningHost> HeldAsync(IEventStore? store = null)
    {
        var host = ChangningHost.Run(store, Definition);
        await host.Campaign.EnrolAsync(Enumerable.Range(1, 6).Select(i => new Enrolment($"p-{i}")));
        host.Clock.Now = ChangningHost.At("2021-04-05T00:00");
        Assert.IsType<DrawIsLocked>(await Draw(host).LockAsync(Week(host), OperatorCommitment.To(Secret)));
        Assert.IsType<DrawIsHeld>(await Draw(host).HoldAsync(Week(host), new OperatorReveal(Secret)));
        return host;
    }

    private static CampaignDraw Draw(ChangningHost host) => host.Campaign.Draw("prize");

    private static CampaignPeriod Week(ChangningHost host) => host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");
}
