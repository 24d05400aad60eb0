using System.Globalization;
using System.Text;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The result as Markdown: times, ratios and allocations, each a table.</summary>
internal static class ComparisonTables
{
    private const double Milliseconds = 1e6;
    private const string Nothing = "";

    public static string Of(ShapeResult result, ComparisonOptions options)
    {
        var text = new StringBuilder();
        var highest = result.Shape.Highest;
        text.AppendLine(Invariant($"### {options.Members:N0} members, {result.Shape.Name} scores (0 to {highest:N0})")).AppendLine();

        Header(text, "ns an operation, or ms where it says so", [.. Workloads.All.Select(workload => workload.Title()), "load, a member", "bytes a member"]);
        foreach (var row in result.Rows)
            Line(text, row.Way.Name, [.. Workloads.All.Select(workload => Time(row.Median(workload))), Time(row.Load), Bytes(row.Bytes)]);
        Line(text, "*a load from memory, dependent*", [Time(Statistics.Median(result.Latencies.Select(latency => latency.Dependent)))]);
        Line(text, "*a load from memory, independent*", [Time(Statistics.Median(result.Latencies.Select(latency => latency.Independent)))]);
        text.AppendLine();

        Header(text, "A : B is how many times as fast A is as B: median (lowest)", [.. Workloads.All.Select(workload => workload.Title())]);
        foreach (var (own, peer) in Pairs(result.Rows))
            Line(text, $"{own.Way.Name} : {peer.Way.Name}", [.. Workloads.All.Select(workload => Ratio(own, peer, workload))]);
        text.AppendLine();

        Header(text, "bytes allocated an operation", [.. Workloads.All.Select(workload => workload.Title())]);
        foreach (var row in result.Rows.Where(row => row.Contender.BytesElsewhere is null))
            Line(text, row.Way.Name, [.. Workloads.All.Select(workload => Bytes(row.Allocated.TryGetValue(workload, out var bytes) ? bytes : null))]);
        return text.ToString();
    }

    private static IEnumerable<(Row Own, Row Peer)> Pairs(IReadOnlyList<Row> rows) =>
        from own in rows
        where own.Way.Role == Role.Ours
        from peer in rows
        where peer.Way.Role == Role.Peer && (peer.Way.Naming is null || peer.Way.Naming == own.Way.Naming)
        select (own, peer);

    private static string Ratio(Row own, Row peer, Workload workload)
    {
        if (!own.Times.TryGetValue(workload, out var ours) || !peer.Times.TryGetValue(workload, out var theirs))
            return Nothing;

        double[] ratios = [.. theirs.Zip(ours, (their, our) => their / our)];
        return $"{Factor(Statistics.Median(ratios))} ({Factor(ratios.Min())})";
    }

    private static void Header(StringBuilder text, string first, string[] titles)
    {
        Line(text, first, titles);
        Line(text, "---", [.. titles.Select(_ => "---:")]);
    }

    private static void Line(StringBuilder text, string first, string[] cells) => text.AppendLine($"| {first} | {string.Join(" | ", cells)} |");

    private static string Factor(double ratio) => ratio < 10 ? Invariant($"{ratio:0.0}") : Invariant($"{ratio:N0}");

    private static string Time(double? nanoseconds) => nanoseconds switch
    {
        null => Nothing,
        >= 10 * Milliseconds => Invariant($"{nanoseconds / Milliseconds:N0} ms"),
        >= Milliseconds => Invariant($"{nanoseconds / Milliseconds:0.0} ms"),
        >= 10 => Invariant($"{nanoseconds:N0}"),
        _ => Invariant($"{nanoseconds:0.0}"),
    };

    private static string Bytes(double? bytes) => bytes switch
    {
        null => Nothing,
        >= 0.05 and < 10 => Invariant($"{bytes:0.0}"),
        _ => Invariant($"{bytes:N0}"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
