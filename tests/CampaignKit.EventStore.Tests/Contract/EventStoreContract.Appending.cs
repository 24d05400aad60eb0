namespace CampaignKit.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Append_SeveralStreams_NumbersPositionsAndVersionsFromOne()
    {
        var first = await Store.AppendAsync(Campaign, new Append(NextId(),
        [
            new StreamAppend("ann", ExpectedVersion.None, Event("1"), Event("2")),
            new StreamAppend("bob", ExpectedVersion.Any, Event("3")),
        ]));
        var second = await Store.AppendAsync(Campaign, new Append(NextId(),
        [
            new StreamAppend("bob", ExpectedVersion.At(1), Event("4")),
            new StreamAppend("ann", ExpectedVersion.At(2), Event("5", "closed")),
        ]));

        Assert.Equal(new AppendCommitted(1, 3, [2, 1]), first);
        Assert.Equal(new AppendCommitted(4, 5, [2, 3]), second);
        Assert.Equal(
            [
                new StoredEvent(1, "ann", 1, "noted", "1"u8.ToArray()),
                new StoredEvent(2, "ann", 2, "noted", "2"u8.ToArray()),
                new StoredEvent(3, "bob", 1, "noted", "3"u8.ToArray()),
                new StoredEvent(4, "bob", 2, "noted", "4"u8.ToArray()),
                new StoredEvent(5, "ann", 3, "closed", "5"u8.ToArray()),
            ],
            await ReadAsync());
    }

    [Fact]
    public async Task Append_OneStreamConflicts_WritesNothingAndLeavesNoHole()
    {
        await CommitAsync("ann", Event("1"));

        var refused = await Store.AppendAsync(Campaign, new Append(NextId(),
        [
            new StreamAppend("bob", ExpectedVersion.None, Event("2")),
            new StreamAppend("ann", ExpectedVersion.None, Event("3")),
        ]));
        var next = await CommitAsync("bob", Event("4"));

        Assert.Equal(new AppendConflict("ann", ExpectedVersion.None, 1), refused);
        Assert.Null(refused.Stored);
        Assert.Equal(new AppendCommitted(2, 2, [1]), next);
        Assert.Equal([1L, 2L], (await ReadAsync()).Select(e => e.Position));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Append_ToMissingStreamAtVersion_ConflictsUnlessZero(long version)
    {
        var answer = await Store.AppendAsync(Campaign, new Append(NextId(), "ann", ExpectedVersion.At(version), Event("1")));

        AppendResult expected = version == 0 ? new AppendCommitted(1, 1, [1]) : new AppendConflict("ann", ExpectedVersion.At(2), 0);
        Assert.Equal(expected, answer);
    }

    [Fact]
    public async Task Append_AfterConflictOnly_CampaignStaysEmpty()
    {
        await Store.AppendAsync(Campaign, new Append(NextId(), "ann", ExpectedVersion.At(7), Event("1")));

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Append_SameIdAndContentLater_GivesTheFirstAnswerAgain()
    {
        var append = new Append(AppendId.Of("cause"),
        [
            new StreamAppend("ann", ExpectedVersion.Any, Event("1"), Event("2")),
            new StreamAppend("bob", ExpectedVersion.None, Event("3")),
        ]);
        var first = Assert.IsType<AppendCommitted>(await Store.AppendAsync(Campaign, append));
        await CommitAsync("ann", Event("4"));
        await CommitAsync("bob", Event("5"));

        var again = await Store.AppendAsync(Campaign, append);

        Assert.Equal(new AppendDuplicate(first), again);
        Assert.Equal(first, again.Stored);
        Assert.Equal(5, (await ReadAsync()).Count);
    }

    public static TheoryData<string> OtherContents => ["stream", "expected", "type", "data", "count", "more streams"];

    [Theory]
    [MemberData(nameof(OtherContents))]
    public async Task Append_SameIdOtherContent_IsMismatch(string difference)
    {
        var id = AppendId.Of("cause");
        await Store.AppendAsync(Campaign, new Append(id, "ann", ExpectedVersion.Any, Event("1")));

        var other = difference switch
        {
            "stream" => new Append(id, "bob", ExpectedVersion.Any, Event("1")),
            "expected" => new Append(id, "ann", ExpectedVersion.At(1), Event("1")),
            "type" => new Append(id, "ann", ExpectedVersion.Any, Event("1", "closed")),
            "data" => new Append(id, "ann", ExpectedVersion.Any, Event("2")),
            "count" => new Append(id, "ann", ExpectedVersion.Any, Event("1"), Event("1")),
            _ => new Append(id, [new StreamAppend("ann", ExpectedVersion.Any, Event("1")), new StreamAppend("bob", ExpectedVersion.Any, Event("1"))]),
        };

        Assert.Equal(new AppendIdMismatch(id), await Store.AppendAsync(Campaign, other));
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task Append_IdOfARefusedAppend_IsStillFree()
    {
        var id = AppendId.Of("cause");
        await Store.AppendAsync(Campaign, new Append(id, "ann", ExpectedVersion.At(1), Event("1")));

        Assert.IsType<AppendCommitted>(await Store.AppendAsync(Campaign, new Append(id, "ann", ExpectedVersion.None, Event("1"))));
    }

    [Fact]
    public async Task Append_SameIdAndStreamInTwoCampaigns_AreIndependent()
    {
        var append = new Append(AppendId.Of("cause"), "ann", ExpectedVersion.None, Event("1"));
        await CommitAsync("bob", Event("0"));

        Assert.Equal(new AppendCommitted(2, 2, [1]), await Store.AppendAsync(Campaign, append));
        Assert.Equal(new AppendCommitted(1, 1, [1]), await Store.AppendAsync("other", append));
        Assert.Single(await ReadAsync(campaign: "other"));
    }

    [Fact]
    public async Task Append_CallersBufferChangesAfterwards_StoredDataDoesNot()
    {
        var buffer = "before"u8.ToArray();
        var append = new Append(NextId(), "ann", ExpectedVersion.Any, new NewEvent("noted", buffer));
        "after!"u8.CopyTo(buffer);
        await Store.AppendAsync(Campaign, append);
        "later!"u8.CopyTo(buffer);

        Assert.Equal("before"u8.ToArray(), (await ReadAsync()).Single().Data.ToArray());
    }

    [Fact]
    public async Task Append_UnicodeNamesAndEmptyData_ComeBackAsGiven()
    {
        var stream = "长宁/ü\u0308/🧵";
        await Store.AppendAsync("活动🌸", new Append(NextId(), stream, ExpectedVersion.None, new NewEvent("绣", default)));
        await Store.AppendAsync("活动🌸", new Append(NextId(), "长宁/u\u0308\u0308/🧵", ExpectedVersion.None, new NewEvent("绣", default)));

        var stored = await ListAsync(Store.ReadStreamAsync("活动🌸", stream, 0));

        Assert.Equal([new StoredEvent(1, stream, 1, "绣", default)], stored);
    }

    [Fact]
    public async Task Append_NamesOfTheLargestSize_AreAccepted()
    {
        var name = new string('n', EventStoreLimits.NameBytes);

        var answer = await Store.AppendAsync(name, new Append(NextId(), name, ExpectedVersion.None, new NewEvent(name, new byte[100_000])));

        Assert.IsType<AppendCommitted>(answer);
        Assert.Equal(100_000, (await ReadAsync(campaign: name)).Single().Data.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with\ncontrol")]
    public async Task Append_CampaignIsNoName_Throws(string campaign) =>
        await Assert.ThrowsAsync<ArgumentException>(nameof(campaign), async () =>
            await Store.AppendAsync(campaign, new Append(NextId(), "ann", ExpectedVersion.Any, Event("1"))));

    [Fact]
    public async Task Append_TokenCancelledBefore_WritesNothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.AppendAsync(Campaign, new Append(NextId(), "ann", ExpectedVersion.Any, Event("1")), source.Token));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Append_AfterDisposal_Throws()
    {
        await Store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => CommitAsync("ann", Event("1")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadAsync());
    }
}
