using System.Globalization;
using System.Text;
using CampaignKit.EventStore;
using CampaignKit.EventStore.Sqlite;
using CampaignKit.EventStore.Sqlite.Native;

// A process to be killed: appends number after number from several callers at once, and prints each that was acknowledged, with its
// positions. Arguments: the file, the first number, how many (all that fit into the time until the kill, if left out).
SystemSqlite.Use();
var next = int.Parse(args[1], CultureInfo.InvariantCulture) - 1;
var last = args.Length > 2 ? next + int.Parse(args[2], CultureInfo.InvariantCulture) : int.MaxValue;
var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
await using var store = SqliteEventStore.Open("Data Source=" + args[0]);

await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(AppendAsync)));

async Task AppendAsync()
{
    for (var number = Interlocked.Increment(ref next); number <= last; number = Interlocked.Increment(ref next))
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var data = Encoding.UTF8.GetBytes(name);
        var append = new Append(AppendId.Of(name),
        [
            new StreamAppend("participant-" + name, ExpectedVersion.None, new NewEvent("enrolled", data), new NewEvent("checked-in", data)),
            new StreamAppend("team", ExpectedVersion.Any, new NewEvent("joined", data)),
        ]);
        var answer = (AppendCommitted)await store.AppendAsync("c", append);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} {answer.FirstPosition} {answer.LastPosition}"));
    }
}
