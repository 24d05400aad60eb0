namespace CampaignKit.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Append_ManyAtTheSameVersion_ExactlyOneWins()
    {
        for (var version = 0; version < 5; version++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
                await Store.AppendAsync(Campaign, new Append(NextId(), "ann", ExpectedVersion.At(version), Event("1"))))));

            Assert.Equal(new AppendCommitted(version + 1, version + 1, [version + 1]), Assert.Single(answers.OfType<AppendCommitted>()));
            Assert.All(answers.OfType<AppendConflict>(), conflict => Assert.Equal(version + 1, conflict.ActualVersion));
            Assert.Equal(15, answers.OfType<AppendConflict>().Count());
        }
    }

    [Fact]
    public async Task Append_ManyAtAnyVersion_AllSucceedDensely()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => CommitAsync($"stream {i % 3}", Event($"{i}"), Event($"{i}'")))));

        var stored = await ReadAsync();
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), stored.Select(e => e.Position));
        Assert.All(stored.GroupBy(e => e.Stream), stream => Assert.Equal(Enumerable.Range(1, stream.Count()).Select(i => (long)i), stream.Select(e => e.Version)));
        Assert.All(answers, answer => Assert.Equal(answer.StreamVersions[0], stored[(int)answer.LastPosition - 1].Version));
    }

    [Fact]
    public async Task Append_SameIdFromManyAtOnce_IsWrittenOnce()
    {
        var append = new Append(NextId(), "ann", ExpectedVersion.None, Event("1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () => await Store.AppendAsync(Campaign, append))));

        Assert.Single(answers.OfType<AppendCommitted>());
        Assert.All(answers, answer => Assert.Equal(new AppendCommitted(1, 1, [1]), answer.Stored));
        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task Follow_WhileWritersRace_StepsByOneAndSeesAllAcknowledged()
    {
        const int writers = 8;
        const int appends = 50;
        var following = Task.Run(async () =>
        {
            var position = 0L;
            while (position < writers * appends)
            {
                await Store.WaitForMoreAsync(Campaign, position);
                await foreach (var e in Store.ReadCampaignAsync(Campaign, position))
                    Assert.Equal(++position, e.Position);
            }

            return position;
        });

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < appends; i++)
            {
                var answer = await CommitAsync($"stream {(writer + i) % 5}", Event($"{writer}.{i}"));
                var seen = await ReadAsync(answer.LastPosition - 1);
                Assert.Equal($"{writer}.{i}", System.Text.Encoding.UTF8.GetString(seen[0].Data.Span));
            }
        })));

        Assert.Equal(writers * appends, await following);
    }

    [Property(MaxTest = 40)]
    public async Task Append_AnySequence_AnswersAsTheModel(int[] choices)
    {
        var campaign = "case " + Interlocked.Increment(ref _ids);
        var model = new EventStoreModel();
        foreach (var append in choices.Select(RandomAppend.From))
        {
            var digest = Convert.ToHexString(append.DigestFor(campaign));
            Assert.Equal(model.Append(append, digest), await Store.AppendAsync(campaign, append));
        }

        Assert.Equal(model.Events, await ReadAsync(campaign: campaign));
    }
}
