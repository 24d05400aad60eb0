using System.Diagnostics;
using System.Globalization;
using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;

namespace CampaignKit.EventStore.Tests;

public sealed class KilledWriterTests : IDisposable
{
    private const int Kills = 3;
    private const int AcknowledgedBeforeKill = 300;
    private const int EventsPerAppend = 3;

    private readonly TemporaryFolder _folder = new();

    static KilledWriterTests() => SystemSqlite.Use();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_ProcessKilledManyTimes_KeepsWhatItAcknowledgedWhole()
    {
        var acknowledged = new Dictionary<int, (long First, long Last)>();
        for (var kill = 0; kill < Kills; kill++)
            await AppendUntilKilledAsync(1 + (kill * 1_000_000), acknowledged);

        await using var store = SqliteEventStore.Open(_folder.ConnectionString);
        var stored = new List<StoredEvent>();
        await foreach (var e in store.ReadCampaignAsync("c", 0))
            stored.Add(e);

        Assert.Equal(Enumerable.Range(1, stored.Count).Select(i => (long)i), stored.Select(e => e.Position));
        Assert.Equal(Enumerable.Range(1, stored.Count / EventsPerAppend).Select(i => (long)i), stored.Where(e => e.Stream == "team").Select(e => e.Version));
        var wholes = stored.Chunk(EventsPerAppend).ToDictionary(NumberOf, chunk => (chunk[0].Position, chunk[^1].Position));
        Assert.All(stored.Chunk(EventsPerAppend), chunk =>
        {
            Assert.Equal(["enrolled", "checked-in", "joined"], chunk.Select(e => e.Type));
            Assert.All(chunk, e => Assert.Equal(NumberOf(chunk), int.Parse(e.Data.Span, CultureInfo.InvariantCulture)));
        });
        Assert.True(acknowledged.Count >= Kills * AcknowledgedBeforeKill);
        Assert.All(acknowledged, ack => Assert.Equal(ack.Value, wholes[ack.Key]));

        foreach (var number in acknowledged.Keys.Concat(wholes.Keys))
        {
            var again = Assert.IsType<AppendDuplicate>(await store.AppendAsync("c", AppendOf(number)));
            Assert.Equal(wholes[number], (again.First.FirstPosition, again.First.LastPosition));
        }
    }

    private async Task AppendUntilKilledAsync(int first, Dictionary<int, (long First, long Last)> acknowledged)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { SharedFiles.Beside("CampaignKit.EventStore.Tests.Writer.dll"), _folder.Database, first.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        for (var lines = 0; await process.StandardOutput.ReadLineAsync() is { } line; lines++)
        {
            if (lines == AcknowledgedBeforeKill)
                process.Kill();
            // A line is one short write to a pipe, so it comes whole or not at all.
            var numbers = Array.ConvertAll(line.Split(' '), part => long.Parse(part, CultureInfo.InvariantCulture));
            acknowledged[(int)numbers[0]] = (numbers[1], numbers[2]);
        }

        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
    }

    private static int NumberOf(StoredEvent[] append) => int.Parse(append[0].Stream["participant-".Length..], CultureInfo.InvariantCulture);

    private static Append AppendOf(int number)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var data = System.Text.Encoding.UTF8.GetBytes(name);
        return new Append(AppendId.Of(name),
        [
            new StreamAppend("participant-" + name, ExpectedVersion.None, new NewEvent("enrolled", data), new NewEvent("checked-in", data)),
            new StreamAppend("team", ExpectedVersion.Any, new NewEvent("joined", data)),
        ]);
    }
}
