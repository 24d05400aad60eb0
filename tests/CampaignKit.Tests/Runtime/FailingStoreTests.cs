using CampaignKit.EventStore;

namespace CampaignKit.Tests.Runtime;

public sealed class FailingStoreTests : IAsyncDisposable
{
    private readonly InMemoryEventStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task CheckInAsync_ConflictsThatNeverEnd_GivesUpWithNothingWritten()
    {
        await EnrolAsync(3);
        var head = await _store.HeadAsync("changning");
        await using var host = ChangningHost.Run(new FaultyStore(_store, AppendFault.Conflict), configure: o => o.MaxAttempts = 7);

        var error = await Assert.ThrowsAsync<TooManyConflictsException>(() => host.Campaign.CheckInAsync("p-1", "stitch", "k"));
        Assert.Equal(("participant/p-1", 7), (error.Stream, error.Attempts));
        await Assert.ThrowsAsync<TooManyConflictsException>(() => host.PieceAsync("p-1", "song"));
        await Assert.ThrowsAsync<TooManyConflictsException>(() => host.Campaign.JoinTeamAsync("p-1", "health"));
        var desk = await Assert.ThrowsAsync<TooManyConflictsException>(() => host.Campaign.EnrolAsync("p-9"));
        Assert.Equal(("enrolments", 7), (desk.Stream, desk.Attempts));
        Assert.Equal(head, await _store.HeadAsync("changning"));
    }

    [Fact]
    public async Task CheckInAsync_LostAnswerAndASingleAttempt_AnswersWhatWasRecorded()
    {
        await EnrolAsync(1);
        await using var host = ChangningHost.Run(new FaultyStore(_store, AppendFault.AnswerLost, AppendFault.None), configure: o => o.MaxAttempts = 1);
        await host.Campaign.FindAsync("p-1");
        await Assert.ThrowsAsync<EventStoreUnavailableException>(() => host.Campaign.CheckInAsync("p-1", "stitch", "k"));
        var head = await _store.HeadAsync("changning");

        // Another instant makes another append under the same id: neither that nor the cached state leads it to give up.
        host.Clock.Now += NodaTime.Duration.FromMinutes(3);
        var again = await host.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        Assert.True(again.IsRepeat);
        Assert.Equal(1, again.Tally("stitch"));
        Assert.Equal(head, await _store.HeadAsync("changning"));
    }

    [Fact]
    public async Task EnrolAsync_OnARecordOfAnotherHostWithASingleAttempt_GoesOnCounting()
    {
        await EnrolAsync(3);
        await using var host = ChangningHost.Run(_store, configure: o => o.MaxAttempts = 1);
        Assert.Equal(4, (await host.Campaign.EnrolAsync("p-4")).Number);

        // Who gives up once has looked where the numbers stand.
        await EnrolAsync(6);
        await Assert.ThrowsAsync<TooManyConflictsException>(() => host.Campaign.EnrolAsync("p-7"));
        Assert.Equal(7, (await host.Campaign.EnrolAsync("p-7")).Number);
    }

    [Theory]
    [InlineData(AppendFault.Unreachable, false)]
    [InlineData(AppendFault.AnswerLost, true)]
    public async Task EnrolAsync_AppendFails_TellsThatBatchAndGoesOn(AppendFault fault, bool isWritten)
    {
        await using var host = ChangningHost.Run(new FaultyStore(_store, AppendFault.None, fault, AppendFault.None, AppendFault.None));
        await host.Campaign.EnrolAsync("p-1");

        var failing = Enumerable.Range(2, 3).Select(i => new Enrolment($"p-{i}", "ai")).ToList();
        await Assert.ThrowsAsync<EventStoreUnavailableException>(() => host.Campaign.EnrolAsync([failing[0]]));
        Assert.Equal(isWritten, await host.Campaign.FindAsync("p-2") is not null);

        var people = await host.Campaign.EnrolAsync([.. failing, new Enrolment("p-5")]);
        Assert.Equal([2, 3, 4, 5], people.Select(p => p.Number));
        await AssertDenseAsync(5);
    }

    [Fact]
    public async Task EnrolAsync_RushOnAStoreThatFails_DenseNumbersEachOnce()
    {
        await using var host = ChangningHost.Run(
            new FaultyStore(_store, AppendFault.None, AppendFault.AnswerLost, AppendFault.Conflict, AppendFault.Unreachable, AppendFault.Twice));
        var people = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => UntilAnsweredAsync(() => host.Campaign.EnrolAsync($"p-{i % 200}", "ai")))));

        Assert.Equal(Enumerable.Range(1, 200), people.Select(p => p.Number).Distinct().Order());
        await AssertDenseAsync(200);
    }

    [Fact]
    public async Task EnrolAsync_ListThatNamesNobody_IsRefusedWhole()
    {
        await using var host = ChangningHost.Run(_store);
        await Assert.ThrowsAsync<ArgumentException>(() => host.Campaign.EnrolAsync([new Enrolment("p-1"), new Enrolment(default)]));
        Assert.Equal(0, await _store.HeadAsync("changning"));
    }

    [Fact]
    public async Task EnrolAsync_LongestId_FitsTheStore()
    {
        await using var host = ChangningHost.Run(_store);
        var id = new string('语', ParticipantId.MaxBytes / 3);
        await host.Campaign.EnrolAsync(id);
        await host.AcceptedAsync(id, new CheckInRequest("stitch", "k"));
        await host.Campaign.CatchUpAsync();
        Assert.Equal(id, Assert.Single(host.Campaign.Leaderboard("stitch").Top(1)).Id);
    }

    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (EventStoreUnavailableException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task EnrolAsync(int people)
    {
        await using var host = ChangningHost.Run(_store);
        await host.Campaign.EnrolAsync(Enumerable.Range(1, people).Select(i => new Enrolment($"p-{i}", "ai")));
    }

    private async Task AssertDenseAsync(int people)
    {
        await using var fresh = ChangningHost.Run(_store);
        await fresh.Campaign.CatchUpAsync();
        Assert.Equal(people, fresh.Campaign.Counts.Participants);
        var ids = new HashSet<ParticipantId>();
        for (var number = 1; number <= people; number++)
        {
            var participant = (await fresh.Campaign.FindAsync(number))!;
            Assert.Equal(number, participant.Number);
            Assert.True(ids.Add(participant.Id));
        }
    }
}
