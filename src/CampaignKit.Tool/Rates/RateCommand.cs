using System.CommandLine;
using CampaignKit.Grievances;

namespace CampaignKit.Tool.Rates;

/// <summary><c>campaignkit rate</c>.</summary>
internal static class RateCommand
{
    public static Command Create(TextWriter output)
    {
        var hits = NumberOption.Whole("--hits", 0, long.MaxValue);
        (hits.Description, hits.HelpName, hits.Required) = ("How many of them, from 0.", "X", true);
        var count = NumberOption.Whole("--of", 0, long.MaxValue);
        (count.Description, count.HelpName, count.Required) = ("Of how many, from 0; of 0 there is no rate, and the answer is \"no data\".", "N", true);
        var level = NumberOption.Level("--level");
        (level.Description, level.HelpName, level.DefaultValueFactory) = ("The confidence level, above 0 and below 1.", "LEVEL", _ => Rate.DefaultLevel);
        var method = new Option<string>("--method")
        {
            Description = $"The interval: {string.Join(", ", IntervalMethod.All.Select(m => m.Id))}.",
            HelpName = "METHOD",
            DefaultValueFactory = _ => IntervalMethod.Wilson.Id,
        };
        var json = new Option<bool>("--json") { Description = "Prints {\"rate\",\"low\",\"high\",\"hits\",\"of\",\"method\",\"level\"}; without data rate, low and high are null." };
        var command = new Command("rate", "A rate, such as of cases answered in time, with its two-sided confidence interval.") { hits, count, method, level, json };
        command.SetAction(parsed =>
        {
            if (!IntervalMethod.TryParse(parsed.GetValue(method), out var chosen, out var unknown))
                throw new BadInputException($"--method: {unknown}");
            if (!Rate.TryOf(parsed.GetValue(hits), parsed.GetValue(count), "cases", out var rate, out var reason))
                throw new BadInputException($"--hits {parsed.GetValue(hits)} --of {parsed.GetValue(count)}: {reason}");

            if (parsed.GetValue(json))
                WriteJson(output, rate, chosen, parsed.GetValue(level));
            else
                WriteText(output, rate, chosen, parsed.GetValue(level));
            return CommandLine.Success;
        });
        return command;
    }

    private static void WriteJson(TextWriter output, Rate rate, IntervalMethod method, double level) => output.WriteJson(document =>
    {
        if (rate.Value is { } value)
        {
            var interval = rate.Interval(method, level);
            document.WriteNumber("rate", value);
            document.WriteNumber("low", interval.Low);
            document.WriteNumber("high", interval.High);
        }
        else
        {
            document.WriteNull("rate");
            document.WriteNull("low");
            document.WriteNull("high");
        }

        document.WriteNumber("hits", (long)rate.Hits);
        document.WriteNumber("of", rate.Base);
        document.WriteString("method", method.Id);
        document.WriteNumber("level", level);
    });

    private static void WriteText(TextWriter output, Rate rate, IntervalMethod method, double level) => output.WriteLine(
        rate.Value is { } value
            ? FormattableString.Invariant($"{100 * value:0.00} % ({rate.Hits:N0} of {rate.Base:N0}; {rate.Interval(method, level)})")
            : "no data (0 of 0)");
}
