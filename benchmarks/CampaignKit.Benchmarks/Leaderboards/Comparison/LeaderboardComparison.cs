namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>
/// Times our boards beside what else there is, a Redis server included, in interleaved rounds. Progress goes to standard error, the tables to
/// standard output.
/// </summary>
internal static class LeaderboardComparison
{
    private const int RehearsalMembers = 10_000;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (ComparisonOptions.AskHelp(arguments))
        {
            Console.WriteLine(ComparisonOptions.Usage);
            return 0;
        }

        try
        {
            Compare(ComparisonOptions.Parse(arguments));
            return 0;
        }
        catch (Exception wrong) when (wrong is FormatException or WrongAnswerException)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }

    private static void Compare(ComparisonOptions options)
    {
        using var redis = RedisServer.TryStart();
        var server = redis?.Version ?? "redis-server is not installed: the tables are without it";
        var machine = Machine.Describe();
        Console.WriteLine($"{machine}; {server}. Load {Machine.Load()} at the start.");
        Console.WriteLine();

        // The first calls of everything are compiled anew while they run; that is over before what counts.
        if (options.Members > RehearsalMembers)
            Measure(new ComparisonOptions(RehearsalMembers), ScoreShape.All[0], redis, "rehearsal, ");

        var results = new List<ShapeResult>();
        foreach (var shape in ScoreShape.All)
        {
            results.Add(Measure(options, shape, redis, stage: ""));
            Console.WriteLine(ComparisonTables.Of(results[^1], options));
        }

        Console.WriteLine($"Load {Machine.Load()} at the end.");
        if (options.JsonFile is { } file)
            File.WriteAllText(file, ComparisonJson.Of(results, options, $"{machine}; {server}"));
    }

    private static ShapeResult Measure(ComparisonOptions options, ScoreShape shape, RedisServer? redis, string stage)
    {
        using var field = new BoardField(redis);
        return new Rounds(options, shape, message => Console.Error.WriteLine(stage + message)).Measure(field);
    }
}
