using System.Globalization;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Time as the server counts it: what the commands on sorted sets took it, without the way there and back.</summary>
internal sealed class RedisCommandTimes(RedisServer server) : ITimekeeper
{
    private const string SortedSetCommand = "cmdstat_z";
    private const string Microseconds = "usec=";

    public void Start() => server.Connection.Ask("CONFIG", "RESETSTAT");

    public double Stop()
    {
        var microseconds = 0L;
        foreach (var line in server.Connection.Ask("INFO", "commandstats").Split("\r\n"))
        {
            if (line.StartsWith(SortedSetCommand, StringComparison.Ordinal))
                microseconds += Value(line);
        }

        return microseconds * 1_000.0;
    }

    // cmdstat_zincrby:calls=1000,usec=5000,usec_per_call=5.00,rejected_calls=0,failed_calls=0
    private static long Value(string line) =>
        long.Parse(line.Split(',').First(field => field.StartsWith(Microseconds, StringComparison.Ordinal))[Microseconds.Length..], CultureInfo.InvariantCulture);
}
