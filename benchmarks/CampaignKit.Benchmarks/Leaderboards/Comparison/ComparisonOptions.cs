using System.Globalization;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What the command line says of a comparison.</summary>
/// <param name="Members">How many members each board has.</param>
/// <param name="Rounds">How many rounds are counted.</param>
/// <param name="JsonFile">Where each round's figures are written; nowhere if null.</param>
internal sealed record ComparisonOptions(int Members = 1_000_000, int Rounds = 3, string? JsonFile = null)
{
    public const string Usage = "usage: compare leaderboards [--members 1000000] [--rounds 3] [--json FILE]";

    private const int FewestMembers = 1_000;
    private const int MostMembers = 50_000_000;
    private const int LargeBoard = 100_000;

    /// <summary>The most operations in one measurement, so that scores stay near what they were.</summary>
    public int MostOperations => Members < LargeBoard ? 16 * Workloads.BatchSize : 1024 * Workloads.BatchSize;

    /// <summary>How long one measurement is meant to take, in nanoseconds; an operation that takes longer is done once.</summary>
    public double Budget => Math.Clamp(Members * 250.0, 1e6, 250e6);

    /// <summary>Whether no more is asked than how to ask.</summary>
    public static bool AskHelp(ReadOnlySpan<string> arguments) => arguments.Contains("--help") || arguments.Contains("-h");

    /// <exception cref="FormatException">An option is unknown or its value is out of bounds.</exception>
    public static ComparisonOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new ComparisonOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var name = arguments[i];
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new FormatException($"{name} needs a value; {Usage}.");
            options = name switch
            {
                "--members" => options with { Members = Number(name, value, FewestMembers, MostMembers) },
                "--rounds" => options with { Rounds = Number(name, value, 1, 99) },
                "--json" => options with { JsonFile = value },
                _ => throw new FormatException($"{name} is no option; {Usage}."),
            };
        }

        return options;
    }

    private static int Number(string name, string value, int lowest, int highest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw new FormatException($"{name} {value} is no number from {lowest} to {highest}.");
}
