using CampaignKit.EventStore;

namespace CampaignKit.Tests.Runtime;

public sealed class FollowerTests : IAsyncDisposable
{
    private readonly InMemoryEventStore _store = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));

    public async ValueTask DisposeAsync()
    {
        _limit.Dispose();
        await _store.DisposeAsync();
    }

    [Theory]
    [InlineData("future", "{}", "which this version does not know")]
    [InlineData("checked-in", "{", "holds no readable checked-in")]
    public async Task WaitForAsync_EventThatCannotBeRead_ThrowsTheReason(string type, string data, string reason)
    {
        await using var host = ChangningHost.Run(_store);
        await host.Campaign.EnrolAsync("p-1");
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        await host.Campaign.CatchUpAsync(_limit.Token);
        var before = host.Campaign.WaitForAsync(stitch.Position + 1, _limit.Token);
        await AppendAsync("elsewhere", type, data);

        var early = await Assert.ThrowsAsync<InvalidDataException>(() => before);
        var late = await Assert.ThrowsAsync<InvalidDataException>(() => host.Campaign.CatchUpAsync(_limit.Token));
        Assert.Same(early, late);
        Assert.Same(early, host.Campaign.Fault);
        Assert.Contains($"Position {stitch.Position + 1} ", early.Message, StringComparison.Ordinal);
        Assert.Contains(reason, early.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_AfterTheEnd_AnswerFromThePositionReached()
    {
        await using var host = ChangningHost.Run(_store);
        await host.Campaign.EnrolAsync([new Enrolment("p-1", "ai"), new Enrolment("p-2", "ai")]);
        var stitch = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        Assert.Null(host.Campaign.Fault);
        await AppendAsync("elsewhere", "future", "{}");
        await Assert.ThrowsAsync<InvalidDataException>(() => host.Campaign.CatchUpAsync(_limit.Token));

        // Commands go on: they need nobody but the participant. Boards stand still, and say where.
        await host.AcceptedAsync("p-2", new CheckInRequest("stitch", "k"));
        await host.Campaign.WaitForAsync(stitch.Position, _limit.Token);
        Assert.Equal(stitch.Position, host.Campaign.Position);
        Assert.Equal(1, host.Campaign.Tally("stitch").Total);
        Assert.Equal("p-1", Assert.Single(host.Campaign.Leaderboard("stitch").Top(9)).Id);
        Assert.Equal("0 of 24, not met", host.Campaign.Goal("picture").ToString());
        Assert.Equal(1, host.Campaign.Counts.CheckIns);
        Assert.NotNull((await host.Campaign.HandbookAsync("p-2"))!.Entries);
    }

    [Fact]
    public async Task Follow_FirstEventsOfABatchAreReadable_AreFolded()
    {
        await using (var host = ChangningHost.Run(_store))
        {
            await host.Campaign.EnrolAsync("p-1");
            await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        }

        await AppendAsync("elsewhere", "future", "{}");
        await using var fresh = ChangningHost.Run(_store);
        await fresh.Campaign.WaitForAsync(3, _limit.Token);
        await Assert.ThrowsAsync<InvalidDataException>(() => fresh.Campaign.WaitForAsync(4, _limit.Token));
        Assert.Equal(1, fresh.Campaign.Tally("stitch").Total);
    }

    [Fact]
    public async Task Follow_StoreOutOfReach_TriesAgainAfterASecond()
    {
        var time = new ManualTime();
        var store = new MovingStore(_store) { IsReachable = false };
        await using var host = ChangningHost.Run(store, time: time);
        var waiting = host.Campaign.WaitForAsync(1, _limit.Token);

        Assert.Equal(TimeSpan.FromSeconds(1), await time.NextAsync(_limit.Token));
        store.IsReachable = true;
        await host.Campaign.EnrolAsync("p-1");
        while (!waiting.IsCompleted)
            await Task.WhenAny(waiting, time.NextAsync(_limit.Token));
        await waiting;
        Assert.Null(host.Campaign.Fault);
    }

    [Fact]
    public async Task Follow_StorePutBackToAnEarlierState_IsTold()
    {
        var store = new MovingStore(_store);
        await using var host = ChangningHost.Run(store, time: new ImpatientTime());
        await host.Campaign.EnrolAsync([new Enrolment("p-1"), new Enrolment("p-2")]);
        await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        await host.Campaign.CatchUpAsync(_limit.Token);
        var waiting = host.Campaign.WaitForAsync(host.Campaign.Position + 1, _limit.Token);

        await using var backup = new InMemoryEventStore();
        store.MoveTo(backup);
        var error = await Assert.ThrowsAsync<CursorBeyondHeadException>(() => waiting);
        Assert.Equal((5, 0), (error.Cursor, error.Head));
        Assert.Same(error, host.Campaign.Fault);
        Assert.Equal(1, host.Campaign.Tally("stitch").Total);

        // So are the commands, whether they would have written or not.
        await Assert.ThrowsAsync<CursorBeyondHeadException>(() => host.Campaign.CheckInAsync("p-1", "stitch", "k"));
        await Assert.ThrowsAsync<CursorBeyondHeadException>(() => host.Campaign.EnrolAsync("p-3"));
        Assert.Equal(0, await backup.HeadAsync("changning"));
    }

    [Fact]
    public async Task WaitForAsync_Cancelled_EndsAndTheOthersWaitOn()
    {
        await using var host = ChangningHost.Run(_store);
        using var source = new CancellationTokenSource();
        var cancelled = host.Campaign.WaitForAsync(1, source.Token);
        var other = host.Campaign.WaitForAsync(1, _limit.Token);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await host.Campaign.EnrolAsync("p-1");
        await other;
    }

    [Fact]
    public async Task WaitForAsync_HostDisposed_Throws()
    {
        var host = ChangningHost.Run(_store);
        var waiting = host.Campaign.WaitForAsync(1, _limit.Token);
        await host.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        var error = await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Campaign.WaitForAsync(1, _limit.Token));
        Assert.Equal(nameof(RunningCampaign), error.ObjectName);
        await host.Campaign.WaitForAsync(0, _limit.Token);
        Assert.Null(host.Campaign.Fault);
    }

    [Fact]
    public async Task CatchUpAsync_MoreThanABatch_IsFolded()
    {
        await using var host = ChangningHost.Run(_store);
        await host.Campaign.EnrolAsync(Enumerable.Range(1, 1_500).Select(i => new Enrolment($"p-{i}", "ai")));
        await using var fresh = ChangningHost.Run(_store);
        await fresh.Campaign.CatchUpAsync(_limit.Token);
        Assert.Equal((1_500, 4_500), (fresh.Campaign.Counts.Participants, fresh.Campaign.Position));
    }

    private ValueTask<AppendResult> AppendAsync(string stream, string type, string data) => _store.AppendAsync(
        "changning", new Append(AppendId.Of("broken"), stream, ExpectedVersion.None, new NewEvent(type, System.Text.Encoding.UTF8.GetBytes(data))));

    /// <summary>A store that can go out of reach, and that can be put back to another state.</summary>
    private sealed class MovingStore(IEventStore store) : BorrowedStore(store)
    {
        private readonly CancellationTokenSource _moved = new();
        private volatile IEventStore _store = store;

        public bool IsReachable { get; set; } = true;

        public void MoveTo(IEventStore other)
        {
            _store = other;
            _moved.Cancel();
        }

        public override ValueTask<AppendResult> AppendAsync(string campaign, Append append, CancellationToken cancellationToken = default) =>
            _store.AppendAsync(campaign, append, cancellationToken);

        public override IAsyncEnumerable<StoredEvent> ReadCampaignAsync(string campaign, long after, CancellationToken cancellationToken = default) =>
            IsReachable ? _store.ReadCampaignAsync(campaign, after, cancellationToken) : UnreachableAsync();

        public override IAsyncEnumerable<StoredEvent> ReadStreamAsync(string campaign, string stream, long after, CancellationToken cancellationToken = default) =>
            _store.ReadStreamAsync(campaign, stream, after, cancellationToken);

        public override async ValueTask WaitForMoreAsync(string campaign, long after, CancellationToken cancellationToken = default)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _moved.Token);
            try
            {
                await _store.WaitForMoreAsync(campaign, after, either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new EventStoreUnavailableException("moved");
            }
        }

        private static async IAsyncEnumerable<StoredEvent> UnreachableAsync()
        {
            await Task.CompletedTask;
            throw new EventStoreUnavailableException("out of reach");
#pragma warning disable CS0162 // What makes it an iterator is never reached.
            yield break;
#pragma warning restore CS0162
        }
    }
}
