using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tests.Draws;

/// <summary>Draws that are held with randomness fetched from a source, in time or late.</summary>
public sealed class FetchingTests
{
    private static readonly FutureNumbers Evening = new("the evening's three digits", 3, 0, 9, ChangningHost.At("2021-04-05T20:00"));

    private static readonly FutureNumbers Morning = new("the morning's three digits", 3, 0, 9, ChangningHost.At("2021-04-06T08:00"));

    [Fact]
    public async Task HoldAsync_BeforeAndAfterTheSourceSpeaks_PendingThenHeldOnce()
    {
        await using var host = await LockedAsync(late: null);
        var source = new Announcer();
        Assert.Equal(Evening.Due, Assert.IsType<EntropyPending>(await RefusalAsync(host, source)).Due);
        Assert.Equal(0, source.Asked);

        host.Clock.Now = ChangningHost.At("2021-04-05T20:00");
        Assert.IsType<EntropyPending>(await RefusalAsync(host, source));
        source.Said[Evening] = [1, 9, 2];
        Assert.False(Assert.IsType<DrawIsHeld>(await HoldAsync(host, source)).IsRepeat);
        var asked = source.Asked;
        var again = Assert.IsType<DrawIsHeld>(await HoldAsync(host, source));
        Assert.Equal((true, asked), (again.IsRepeat, source.Asked));
    }

    [Fact]
    public async Task HoldAsync_FirstSourceSilent_TheLateOneDecidesFromItsTime()
    {
        await using var host = await LockedAsync(new LateEntropy(Duration.FromHours(12), Morning));
        var source = new Announcer { Said = { [Morning] = [2, 0, 2] } };
        host.Clock.Now = ChangningHost.At("2021-04-06T07:59");
        Assert.IsType<EntropyPending>(await RefusalAsync(host, source));
        Assert.IsType<EntropyRefused>(Assert.IsType<DrawRefused>(await Draw(host).HoldAsync(Week(host), new AnnouncedNumbers(2, 0, 2), "silence")).Why);

        host.Clock.Now = ChangningHost.At("2021-04-06T08:00");
        var held = Assert.IsType<DrawIsHeld>(await HoldAsync(host, source)).Result.Transcript;
        Assert.Contains("had not spoken", held.LateReason, StringComparison.Ordinal);
        Assert.True(DrawVerifier.Verify(held).IsValid);
        Assert.Equal(held.ToJson(), (await Draw(host).ResultAsync(Week(host)))!.Transcript.ToJson());
    }

    [Fact]
    public async Task HoldAsync_FirstSourceFails_ThrowsUntilTheLateOneDecides()
    {
        await using var host = await LockedAsync(new LateEntropy(Duration.FromHours(12), Morning));
        var source = new Announcer { Said = { [Morning] = [2, 0, 2] }, Fails = Evening };
        host.Clock.Now = ChangningHost.At("2021-04-05T21:00");
        await Assert.ThrowsAsync<BeaconException>(() => HoldAsync(host, source));
        host.Clock.Now = ChangningHost.At("2021-04-06T09:00");
        Assert.Contains("had not spoken", Assert.IsType<DrawIsHeld>(await HoldAsync(host, source)).Result.Transcript.LateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_HostWhoseClockIsBehindTheRandomness_IsPublishedWhenItDecided()
    {
        await using var host = await LockedAsync(late: null);
        host.Clock.Now = ChangningHost.At("2021-04-05T20:00");
        Assert.IsType<DrawIsHeld>(await HoldAsync(host, new Announcer { Said = { [Evening] = [1, 9, 2] } }));
        host.Clock.Now -= Duration.FromSeconds(5);

        var published = Assert.IsType<DrawIsPublished>(await Draw(host).PublishAsync(Week(host)));
        Assert.Equal(Evening.Due, published.At);
        Assert.True(DrawVerifier.Verify(published.Result.Transcript).IsValid);
    }

    [Fact]
    public async Task HoldAsync_NotLocked_Refused()
    {
        await using var host = ChangningHost.Run();
        Assert.IsType<NotLocked>(await RefusalAsync(host, new Announcer()));
    }

    private static async Task<Refusal> RefusalAsync(ChangningHost host, IEntropySource source) =>
        Assert.IsType<DrawRefused>(await HoldAsync(host, source)).Why;

    private static Task<DrawAnswer> HoldAsync(ChangningHost host, IEntropySource source) => Draw(host).HoldAsync(Week(host), source);

    private static async Task<ChangningHost> LockedAsync(LateEntropy? late)
    {
        var host = ChangningHost.Run();
        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        Assert.IsType<DrawIsLocked>(await Draw(host).LockAsync(Week(host), Evening, late));
        return host;
    }

    private static CampaignDraw Draw(ChangningHost host) => host.Campaign.Draw("lucky");

    private static CampaignPeriod Week(ChangningHost host) => host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");

    private sealed class Announcer : IEntropySource
    {
        public Dictionary<FutureEntropy, long[]> Said { get; } = [];

        public FutureEntropy? Fails { get; init; }

        public int Asked { get; private set; }

        public bool CanFetch(FutureEntropy what) => what is FutureNumbers;

        public ValueTask<EntropyRecord?> FetchAsync(FutureEntropy what, CancellationToken cancellationToken = default)
        {
            Asked++;
            if (what == Fails)
                throw new BeaconException([new BeaconProblem(new Uri("http://localhost/"), null, "nobody answered")]);
            return ValueTask.FromResult<EntropyRecord?>(Said.TryGetValue(what, out var numbers) ? new AnnouncedNumbers(numbers) : null);
        }
    }
}
