using System.CommandLine;
using System.CommandLine.Parsing;

namespace CampaignKit.Tool;

/// <summary>Options that say one thing in several ways, of which exactly one must be given.</summary>
/// <param name="what">What is said, such as "a source of randomness".</param>
/// <param name="required">Whether none of them is refused.</param>
/// <param name="ways">The ways; one option may belong to several.</param>
internal sealed class OptionChoice<T>(string what, bool required, params OptionWay<T>[] ways)
    where T : class
{
    public void AddTo(Command command)
    {
        foreach (var option in ways.SelectMany(way => way.All).Distinct())
            command.Options.Add(option);
        command.Validators.Add(Check);
    }

    /// <summary>What was said; null if nothing was.</summary>
    public T? Read(ParseResult parsed) => ways.FirstOrDefault(way => IsGiven(parsed.GetResult(way.Chosen)))?.Read(parsed);

    /// <summary>Whether any way is chosen.</summary>
    public bool IsGiven(CommandResult given) => ways.Any(way => IsGiven(given.GetResult(way.Chosen)));

    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };

    private static string Homeless(Option option, string[] homes) =>
        $"{option.Name} belongs to {string.Join(" or ", homes)}, {(homes.Length == 1 ? "which is not given" : "none of which is given")}.";

    private void Check(CommandResult given)
    {
        var chosen = ways.Where(way => IsGiven(given.GetResult(way.Chosen))).ToList();
        if (chosen.Count > 1)
            given.AddError($"There is one {what}; here are {string.Join(" and ", chosen.Select(way => way.Chosen.Name))}.");
        else if (chosen.Count == 0 && required)
            given.AddError($"A {what} is needed: {ShownText.Either(ways.Select(way => way.Chosen.Name))}.");
        foreach (var missing in chosen.SelectMany(way => way.Needed.Where(option => !IsGiven(given.GetResult(option))).Select(option => (way, option))))
            given.AddError($"{missing.way.Chosen.Name} needs {missing.option.Name}.");
        foreach (var option in ways.SelectMany(way => way.All).Distinct().Except(chosen.SelectMany(way => way.All)).Where(option => IsGiven(given.GetResult(option))))
            given.AddError(Homeless(option, [.. ways.Where(way => way.All.Contains(option)).Select(way => way.Chosen.Name)]));
    }
}
