using System.CommandLine;
using System.Globalization;
using CampaignKit.Grievances;

namespace CampaignKit.Tool.Rates;

/// <summary><c>campaignkit rate</c>.</summary>
internal static class RateCommand
{
    public static Command Create(TextWriter output)
    {
        var hits = NumberOption.Hits("--hits");
        (hits.Description, hits.HelpName, hits.Required) = ("How many of the cases count, such as those answered in time: from 0 to the number of --of; some may count in part, as in 1.9.", "X", true);
        var count = NumberOption.Whole("--of", 0, long.MaxValue);
        (count.Description, count.HelpName, count.Required) = ("How many cases there are in all: a whole number from 0; of 0 there is no rate, and the answer is \"no data\".", "N", true);
        var named = new Option<string?>("--named") { Description = "What the cases are, such as \"rated cases\"; nothing unless said.", HelpName = "BASE" };
        var level = NumberOption.Level("--level");
        (level.Description, level.HelpName, level.DefaultValueFactory) = ("The confidence level, above 0 and below 1.", "LEVEL", _ => Rate.DefaultLevel);
        var method = new Option<string>("--method")
        {
            Description = $"The interval: {string.Join(", ", IntervalMethod.All.Select(m => m.Id))}. Of a difference: {string.Join(", ", RateMethods.OfDifferences)}.",
            HelpName = "METHOD",
            DefaultValueFactory = _ => IntervalMethod.Wilson.Id,
        };
        var diff = OtherCounts();
        var json = new Option<bool>("--json")
        {
            Description = "Prints {\"rate\",\"low\",\"high\",\"hits\",\"of\",\"method\",\"level\"}; without data rate, low and high are null. Limits that the formula puts "
                + "below 0 or above 1 follow as \"unclippedLow\",\"unclippedHigh\". --named adds \"named\", --diff adds \"other\" of the same form and "
                + "\"difference\":{\"value\",\"low\",\"high\",\"method\",\"level\"}.",
        };
        var command = new Command("rate", "A rate, such as of cases answered in time, or the difference of two, with its two-sided confidence interval.") { hits, count, named, method, level, diff, json };
        command.SetAction(parsed =>
        {
            var other = parsed.GetResult(diff) is null ? null : parsed.GetValue(diff);
            var methods = RateMethods.Parse(parsed.GetValue(method), forDifference: other is not null);
            var baseName = parsed.GetValue(named);
            if (baseName is not null && string.IsNullOrWhiteSpace(baseName))
                throw new BadInputException($"--named is {ShownText.Quoted(baseName)}; it is a text that is not blank.");
            var said = new RateAnswer(
                RateOf(parsed.GetValue(hits), parsed.GetValue(count), baseName, "--hits {0} --of {1}"),
                other is null ? null : RateOf(other.Value.Hits, other.Value.Base, baseName, "--diff {0} {1}"),
                baseName,
                methods,
                parsed.GetValue(level));
            if (parsed.GetValue(json))
                output.WriteJson(said.Write);
            else
                said.Print(output);
            return CommandLine.Success;
        });
        return command;
    }

    private static Option<(decimal Hits, long Base)?> OtherCounts() => new("--diff")
    {
        Description = "Hits and base of a second rate, of other cases, which is subtracted from the first; the difference is in percentage points.",
        HelpName = "X2 N2",

        // Two, but the library says of one alone that there is none.
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = given =>
        {
            if (given.Tokens is not [{ Value: var hitsText }, { Value: var baseText }])
            {
                given.AddError($"--diff is {ShownText.Quoted(given.Tokens[0].Value)} alone; it is two numbers, hits and base.");
                return null;
            }

            if (!NumberOption.TryHits(hitsText, out var hits))
                given.AddError($"--diff has the hits {ShownText.Quoted(hitsText)}; they are {NumberOption.HitsRule}.");
            if (!long.TryParse(baseText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || count < 0)
                given.AddError(FormattableString.Invariant($"--diff has the base {ShownText.Quoted(baseText)}; it is a whole number from 0 to {long.MaxValue:N0}."));
            return (hits, count);
        },
    };

    private static Rate RateOf(decimal hits, long count, string? baseName, string options) =>
        Rate.TryOf(hits, count, baseName ?? "cases", out var rate, out var reason)
            ? rate
            : throw new BadInputException($"{string.Format(CultureInfo.InvariantCulture, options, hits, count)}: {reason}");
}
