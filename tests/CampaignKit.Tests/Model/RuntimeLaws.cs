using CampaignKit.EventStore;
using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;

namespace CampaignKit.Tests.Model;

/// <summary>After any commands a running campaign answers as lists do that are searched for every question.</summary>
public sealed class RuntimeLaws
{
    [Property(MaxTest = 150, Arbitrary = [typeof(CommandGenerators)])]
    public async Task Commands_InAnySequence_AnswerAndCountAsTheModel(Command[] commands)
    {
        await using var store = new InMemoryEventStore();
        await using var play = new FairPlay(store);
        await play.AssertAsync(commands);
        await AssertReplayAsync(store, play);
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(CommandGenerators)])]
    public async Task Commands_OnTwoHostsInTurn_AnswerAndCountAsTheModel(Command[] commands)
    {
        await using var store = new InMemoryEventStore();
        await using var play = new FairPlay(store, hosts: 2);
        await play.AssertAsync(commands);
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(CommandGenerators)])]
    public async Task Commands_WithRoomForOneState_AnswerAndCountAsTheModel(Command[] commands)
    {
        await using var store = new InMemoryEventStore();
        await using var play = new FairPlay(store, configure: options => options.CachedParticipants = 1);
        await play.AssertAsync(commands);
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(CommandGenerators)])]
    public async Task Commands_OnAStoreThatFails_AreRecordedOnceEach(Command[] commands, AppendFault[] faults)
    {
        await using var store = new InMemoryEventStore();
        await using var play = new FairPlay(new FaultyStore(store, [.. faults, AppendFault.None]));
        foreach (var command in commands)
        {
            // Whoever asks again is told of a repeat.
            var (expected, actual) = await play.AnswerAsync(command);
            Assert.Contains(actual, new[] { expected, expected.Replace("accepted", "repeat", StringComparison.Ordinal).Replace("recorded", "repeat", StringComparison.Ordinal) });
        }

        await play.AssertStateAsync();
        await AssertReplayAsync(store, play);
    }

    [Property(MaxTest = 8, Arbitrary = [typeof(CommandGenerators)])]
    public async Task Commands_OnAFile_AnswerAndCountAsTheModel(Command[] commands)
    {
        SystemSqlite.Use();
        var folder = Directory.CreateTempSubdirectory("campaignkit-");
        try
        {
            await using var store = SqliteEventStore.Open($"Data Source={Path.Combine(folder.FullName, "fair.db")}");
            await using var play = new FairPlay(store);
            await play.AssertAsync(commands);
            await AssertReplayAsync(store, play);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(CommandGenerators)])]
    public async Task Commands_OfDifferentPeopleInAnyOrder_TheSameTallies(Command[] commands)
    {
        // Each person's own commands stay in order; what is done for a team goes to whoever is first, so it is left out.
        var own = commands.OfType<Command.CheckIn>().Where(c => c.Task is not ("song" or "drum")).ToList();
        var orders = new[] { own, [.. own.OrderBy(c => c.Who)], [.. own.OrderByDescending(c => c.Who)] };
        var tallies = new List<string>();
        foreach (var order in orders)
        {
            await using var store = new InMemoryEventStore();
            await using var play = new FairPlay(store);
            await play.AssertAsync([
                .. Enumerable.Range(1, 4).Select(who => new Command.Enrol(who, Fair.Teams[who % 2])), new Command.ClockMoves(100), .. order]);
            tallies.Add(string.Join('\n', new[] { "stitch", "mile" }.Select(unit =>
                $"{play.Model.Tally(unit, null)} {string.Join(' ', play.Model.Board(unit, null).Select(s => (s.Id, s.Score)).Order())}")));
        }

        Assert.Single(tallies.Distinct());
    }

    private static async Task AssertReplayAsync(IEventStore store, FairPlay play)
    {
        await using var fresh = ChangningHost.Run(store, Fair.Definition);
        fresh.Clock.Now = play.Model.Now;
        await fresh.Campaign.CatchUpAsync();
        Assert.Equal(await RunningPortrait.OfAsync(play.Campaign), await RunningPortrait.OfAsync(fresh.Campaign));
    }
}
