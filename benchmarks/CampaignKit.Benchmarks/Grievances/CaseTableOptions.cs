using System.Globalization;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>What the command line says of a comparison.</summary>
/// <param name="Cases">How many cases there are.</param>
/// <param name="Rounds">How many rounds are counted.</param>
/// <param name="JsonFile">Where each round's figures are written; nowhere if null.</param>
internal sealed record CaseTableOptions(int Cases = 1_000_000, int Rounds = 7, string? JsonFile = null)
{
    private const string Usage = "usage: compare grievances [--cases 1000000] [--rounds 7] [--json FILE]";

    /// <exception cref="FormatException">An option is unknown or its value is out of bounds.</exception>
    public static CaseTableOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new CaseTableOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var name = arguments[i];
            var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new FormatException($"{name} needs a value; {Usage}.");
            options = name switch
            {
                "--cases" => options with { Cases = Number(name, value, 1_000, 20_000_000) },
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
