using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class InMemoryCaseDeskTests : CaseDeskContract
{
    [Fact]
    public async Task TakeAsync_OthersAlwaysFirst_GivesUp()
    {
        await using var store = new InMemoryEventStore();
        var desk = new CaseDesk(CaseLife.Hotline, new InterceptedStore(store, Contend), "hotline", attempts: 3);

        var error = await Assert.ThrowsAsync<CaseContentionException>(() =>
            desk.TakeAsync("c-1", new CaseCommand("receive", NodaConstants.UnixEpoch) { Key = "k", Category = "heating" }));

        Assert.Equal(("c-1", 3), (error.CaseId, error.Attempts));
        Assert.Equal(0, await store.HeadAsync("hotline"));

        static ValueTask<AppendResult?> Contend(Append append) =>
            ValueTask.FromResult<AppendResult?>(new AppendConflict(append.Streams[0].Stream, append.Streams[0].Expected, 99));
    }

    [Fact]
    public async Task TakeAsync_OriginalMergedInTheMeantime_DecidesAgain()
    {
        await using var store = new InMemoryEventStore();
        var other = new CaseDesk(CaseLife.Hotline, store, "hotline");
        foreach (var id in new[] { "a", "b", "c" })
            await other.TakeAsync(id, new CaseCommand("receive", NodaConstants.UnixEpoch) { Key = "k", Category = "heating" });
        var desk = new CaseDesk(CaseLife.Hotline, new InterceptedStore(store, MergeOriginalFirst), "hotline");

        var answer = Assert.IsType<CaseRecorded>(await desk.TakeAsync("a", Merge("b")));

        Assert.Equal("c", answer.Case.MergedInto);
        Assert.Equal(["b", "a"], (await other.FindAsync("c"))!.Duplicates);

        async ValueTask<AppendResult?> MergeOriginalFirst(Append append)
        {
            await other.TakeAsync("b", Merge("c"));
            return null;
        }

        static CaseCommand Merge(string original) => new("merge", NodaConstants.UnixEpoch) { Key = "merge", Original = original };
    }

    [Fact]
    public async Task EscalateAsync_OneCaseContended_GoesOnWithTheOthers()
    {
        var targets = ServiceTargets.Parse(
            """
            {
              "targets": "hotline", "version": 1, "clocks": { "resolution": { "reopened": "restarts" } },
              "within": [ { "clock": "resolution", "time": "PT24H" } ],
              "escalations": [ { "clock": "resolution", "percent": 100, "level": 1 }, { "clock": "resolution", "percent": 200, "level": 2 } ]
            }
            """);
        await using var store = new InMemoryEventStore();
        var other = new CaseDesk(CaseLife.Hotline, store, "hotline");
        foreach (var id in new[] { "a", "b" })
            await other.TakeAsync(id, new CaseCommand("receive", NodaConstants.UnixEpoch) { Key = "k", Category = "heating" });
        var desk = new CaseDesk(CaseLife.Hotline, new InterceptedStore(store, Contend), "hotline", attempts: 3);

        var answers = await desk.EscalateAsync(targets, NodaConstants.UnixEpoch + Duration.FromHours(49));

        Assert.Equal(new OthersWroteFirst("a", 3), Assert.IsType<CaseTurnedDown>(answers[0]).Why);
        Assert.Equal([("b", 1), ("b", 2)], answers.Skip(1).Cast<CaseRecorded>().Select(a => (a.Case.Id, a.Case.Level)));

        static ValueTask<AppendResult?> Contend(Append append) => ValueTask.FromResult<AppendResult?>(
            append.Streams[0].Stream == "case/a" ? new AppendConflict(append.Streams[0].Stream, append.Streams[0].Expected, 99) : null);
    }

    protected override IEventStore Open() => new InMemoryEventStore();

    /// <summary>A store in which something happens before each append, which may answer in its stead.</summary>
    private sealed class InterceptedStore(IEventStore store, Func<Append, ValueTask<AppendResult?>> before) : IEventStore
    {
        public async ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default) =>
            await before(append) ?? await store.AppendAsync(campaign, append, cancellationToken);

        public ValueTask<long> HeadAsync(string campaign, CancellationToken cancellationToken = default) => store.HeadAsync(campaign, cancellationToken);

        public IAsyncEnumerable<StoredEvent> ReadCampaignAsync(string campaign, long after, CancellationToken cancellationToken = default) =>
            store.ReadCampaignAsync(campaign, after, cancellationToken);

        public IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string stream, long after, CancellationToken cancellationToken = default) =>
            store.ReadStreamAsync(campaign, stream, after, cancellationToken);

        public ValueTask WaitForMoreAsync(string campaign, long after, CancellationToken cancellationToken = default) =>
            store.WaitForMoreAsync(campaign, after, cancellationToken);

        public ValueTask<long> ImportAsync(string campaign, IAsyncEnumerable<ImportedEvent> events, CancellationToken cancellationToken = default) =>
            store.ImportAsync(campaign, events, cancellationToken);

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
