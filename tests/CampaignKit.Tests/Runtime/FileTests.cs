using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;
using CampaignKit.Tests.Model;

namespace CampaignKit.Tests.Runtime;

/// <summary>A campaign on a file, from one process to the next.</summary>
public sealed class FileTests : IDisposable
{
    private const string Secret = "2021202120212021202120212021202120212021202120212021202120212021";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("campaignkit-");

    static FileTests() => SystemSqlite.Use();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_OnTheFileAgain_AnswersTheSameAndWritesNothing()
    {
        List<string> first, again;
        long head;
        await using (var store = Open())
        await using (var host = ChangningHost.Run(store))
        {
            first = await PlayAsync(host);
            await host.Campaign.CatchUpAsync();
            head = await store.HeadAsync("changning");
        }

        await using (var store = Open())
        await using (var host = ChangningHost.Run(store))
        {
            host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
            await host.Campaign.CatchUpAsync();
            Assert.Equal(first[0], await TellAsync(host));
            again = await PlayAsync(host);
            Assert.Equal(head, await store.HeadAsync("changning"));
        }

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task DisposeAsync_CommandsInFlight_LosesNothingAcknowledged()
    {
        var numbers = new Dictionary<string, int>();
        var keys = new List<string>();
        await using (var store = Open())
        {
            var host = ChangningHost.Run(store);
            await host.Campaign.EnrolAsync(Enumerable.Range(1, 100).Select(i => new Enrolment($"p-{i}")));
            var enrolling = Enumerable.Range(101, 100).Select(i => (Id: $"p-{i}", Task: Task.Run(() => host.Campaign.EnrolAsync($"p-{i}")))).ToList();
            var stitching = Enumerable.Range(1, 100).Select(i => (Id: $"p-{i}", Task: Task.Run(() => host.Campaign.CheckInAsync($"p-{i}", "stitch", "k")))).ToList();
            await Task.WhenAny(stitching.Select(s => s.Task));
            await host.DisposeAsync();

            foreach (var (id, task) in enrolling)
            {
                if (await AnsweredAsync(task) is { } participant)
                    numbers.Add(id, participant.Number);
            }

            foreach (var (id, task) in stitching)
            {
                if (await AnsweredAsync(task) is not null)
                    keys.Add(id);
            }
        }

        Assert.NotEmpty(keys);
        await using var reopened = Open();
        await using var next = ChangningHost.Run(reopened);
        foreach (var (id, number) in numbers)
            Assert.Equal(number, (await next.Campaign.FindAsync(id))!.Number);
        foreach (var id in keys)
            Assert.True((await next.AcceptedAsync(id, new CheckInRequest("stitch", "k"))).IsRepeat);
    }

    [Fact]
    public async Task CheckInAsync_HostDisposed_Throws()
    {
        await using var store = Open();
        var host = ChangningHost.Run(store);
        await host.Campaign.EnrolAsync("p-1");
        await host.DisposeAsync();
        await host.Campaign.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Campaign.CheckInAsync("p-1", "stitch", "k"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Campaign.EnrolAsync("p-2"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.Campaign.EnrolAsync([new Enrolment("p-2")]));
        Assert.Equal(2, await store.HeadAsync("changning"));
    }

    private static async Task<T?> AnsweredAsync<T>(Task<T> task)
        where T : class
    {
        try
        {
            return await task;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Sends every command of a small campaign and tells where it all stands, then what was drawn.</summary>
    private static async Task<List<string>> PlayAsync(ChangningHost host)
    {
        var campaign = host.Campaign;
        host.Clock.Now = ChangningHost.At("2021-03-30T12:00");
        await campaign.EnrolAsync(Enumerable.Range(1, 12).Select(i => new Enrolment($"p-{i}", i % 2 == 0 ? "ai" : "health")));
        var answers = new List<string>();
        for (var i = 1; i <= 12; i++)
        {
            answers.Add(Tell(await campaign.CheckInAsync($"p-{i}", "stitch", "tuesday")));
            var message = await campaign.CheckInAsync($"p-{i}", "message", "m");
            answers.Add(Tell(message));
            await campaign.ApproveMessageAsync(((CheckInAccepted)message).CheckIn.Id, "editor");
        }

        answers.Add(Tell(await host.PieceAsync("p-1", "song")));
        answers.Add(Tell(await host.PieceAsync("p-2", "quiz")));
        answers.Add(Tell(await campaign.CheckInAsync("p-2", "stitch", "again")));
        await campaign.VoidAsync(new CheckInId(3, 1), "not there", "desk");
        await campaign.VoidAsync(new CheckInId(2, 3), "no quiz", "desk");

        host.Clock.Now = ChangningHost.At("2021-04-05T02:00");
        var draw = campaign.Draw("lucky");
        var week = campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");
        await draw.LockAsync(week, OperatorCommitment.To(Secret));
        await draw.HoldAsync(week, new OperatorReveal(Secret));
        await campaign.CatchUpAsync();
        answers.Insert(0, await TellAsync(host));
        return answers;
    }

    private static string Tell(CheckInAnswer answer) => answer switch
    {
        CheckInAccepted a => $"{a.CheckIn.Id} {a.CheckIn.Task} {a.Day}",
        CheckInRefused r => r.Why.Message,
        _ => "",
    };

    private static async Task<string> TellAsync(ChangningHost host)
    {
        var week = host.Campaign.Definition.Calendar.PeriodById(PeriodRule.Week, "2021-W13");
        return await RunningPortrait.OfAsync(host.Campaign) + (await host.Campaign.Draw("lucky").ResultAsync(week))!.Transcript.ToJson();
    }

    private SqliteEventStore Open() => SqliteEventStore.Open($"Data Source={Path.Combine(_folder.FullName, "campaigns.db")}");
}
