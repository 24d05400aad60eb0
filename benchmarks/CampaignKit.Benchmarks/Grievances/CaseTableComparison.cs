using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CampaignKit.Benchmarks.Leaderboards;
using CampaignKit.Grievances;
using NodaTime;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>
/// Times the table beside LINQ and SQLite in interleaved rounds on one thread, after all have given the same answers. Progress goes to standard error,
/// the table to standard output.
/// </summary>
internal static class CaseTableComparison
{
    private const int Rehearsals = 2;

    // SQLite and the text of a file are left out beyond this; what remains shows whether time grows in line.
    private const int MostForAll = 2_000_000;

    private static readonly Dimension[] By = [Dimension.Unit, Dimension.Category, Dimension.Week];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        try
        {
            Compare(CaseTableOptions.Parse(arguments));
            return 0;
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidDataException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }

    private static void Compare(CaseTableOptions options)
    {
        Console.Error.WriteLine("making the cases");
        var cases = new CaseTableCases(options.Cases);
        var table = CaseTable.From(cases.Records, CaseTableCases.Calendar);
        var forAll = options.Cases <= MostForAll ? cases : new CaseTableCases(1);
        var import = new CaseTableImport(forAll);
        using var sqlite = new CaseTableSqlite(forAll);
        Console.Error.WriteLine("checking the answers");
        var groups = Check(cases, table);
        if (forAll == cases)
            Check(cases, import, sqlite);

        Way[] ways =
        [
            new("full: CaseTable.Summarise", "full", () => table.Summarise(By, SatisfactionDefinition.ThreeRates).Rows.Count),
            new("full: LINQ over objects", "full", () => CaseTableLinq.Full(cases.Objects).Count),
            new("full: LINQ over structs", "full", () => CaseTableLinq.Full(cases.Structs).Count),
            new("full: SQLite in memory", "full", () => sqlite.Groups().Count),
            new("counts: CaseTable.CountBy", "counts", () => table.CountBy(By).Count),
            new("counts: LINQ over objects", "counts", () => CaseTableLinq.Counts(cases.Objects).Count),
            new("counts: SQLite in memory", "counts", () => sqlite.Counts()),
            new("import: CaseTable.Read", "import", () => import.Import().Count),
            new("import: CsvHelper's reader alone", "import", () => import.ReaderAlone()),
        ];
        if (forAll != cases)
            ways = [.. ways.Where(w => w.Question != "import" && !w.Name.Contains("SQLite", StringComparison.Ordinal))];
        for (var round = 1 - Rehearsals; round <= options.Rounds; round++)
        {
            Console.Error.WriteLine(round < 1 ? "rehearsal" : $"round {round} of {options.Rounds}");
            foreach (var way in ways)
                way.Time(counts: round >= 1);
        }

        Print(options, ways, groups, sqlite.Version);
        if (options.JsonFile is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(new { options.Cases, groups, Ms = ways.ToDictionary(w => w.Name, w => w.Times) }));
    }

    private static int Check(CaseTableCases cases, CaseTable table)
    {
        var expected = CaseTableGroup.Sorted(CaseTableLinq.Full(cases.Objects));
        Same(expected, Ours(table), "CaseTable.Summarise");
        Same(expected.Select(g => (g.Unit, g.Category, g.Week, g.Cases, g.Open)), table.CountBy(By).Select(g => (g[0], g[1], g[2], g.Cases, g.Open)), "CaseTable.CountBy");
        return expected.Length;
    }

    private static void Check(CaseTableCases cases, CaseTableImport import, CaseTableSqlite sqlite)
    {
        var expected = CaseTableGroup.Sorted(CaseTableLinq.Full(cases.Objects));
        Same(expected, Ours(import.Import()), "CaseTable.Summarise of the import");
        Same(CaseTableLinq.Full(cases.Structs).Order(), sqlite.Groups().Order(), "SQLite, by LINQ over structs");
        Same(expected.Select(g => (g.Cases, g.Open, g.Rated, g.Worth, g.P50, g.P90)), sqlite.Groups().Order().Select(g => (g.Cases, g.Open, g.Rated, g.Worth, g.P50, g.P90)), "SQLite");
    }

    private static IEnumerable<CaseTableGroup> Ours(CaseTable table) => table.Summarise(By, SatisfactionDefinition.ThreeRates).Rows.Select(r =>
        new CaseTableGroup(
            r[0], r[1], r[2], r.Cases, r.Open, (long)r.Rated.Hits, (long)(r.Satisfaction.Hits * 1000), Minutes(r.Times.P50), Minutes(r.Times.P90)));

    private static long Minutes(Duration? time) => time is { } known ? (long)known.TotalMinutes : -1;

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> given, string who)
    {
        foreach (var (right, said) in expected.Zip(given))
        {
            if (!Equals(right, said))
                throw new InvalidDataException($"{who} says {said}, but {right} is right.");
        }

        if (expected.Count() != given.Count())
            throw new InvalidDataException($"{who} has {given.Count()} groups, not {expected.Count()}.");
    }

    private static void Print(CaseTableOptions options, Way[] ways, int groups, string sqlite)
    {
        Console.WriteLine($"{Machine.Describe()}; SQLite {sqlite}. Load {Machine.Load()} at the end.");
        Console.WriteLine();
        Console.WriteLine(Invariant($"| {options.Cases:N0} cases, {groups:N0} groups, {options.Rounds} rounds | median, ms | best | worst | times as long as ours: median (lowest) | allocated, MB |"));
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var way in ways)
        {
            var own = ways.First(w => w.Question == way.Question);
            double[] ratios = [.. way.Times.Zip(own.Times, (their, our) => their / our)];
            var ratio = way == own ? "" : Invariant($"{Statistics.Median(ratios):0.00} ({ratios.Min():0.00})");
            Console.WriteLine(Invariant($"| {way.Name} | {Statistics.Median(way.Times):0.0} | {way.Times.Min():0.0} | {way.Times.Max():0.0} | {ratio} | {way.Allocated / 1e6:0.0} |"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>One contender with one question.</summary>
    private sealed class Way(string name, string question, Func<long> ask)
    {
        public string Name => name;

        public string Question => question;

        public List<double> Times { get; } = [];

        public long Allocated { get; private set; }

        public void Time(bool counts)
        {
            GC.Collect();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            ask();
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (counts)
                Times.Add(time);
        }
    }
}
