using System.CommandLine;
using CampaignKit.Grievances;

namespace CampaignKit.Tool.Rates;

/// <summary><c>campaignkit rate</c>.</summary>
internal static class RateCommand
{
    public static Command Create(TextWriter output)
    {
        var hits = new Option<long>("--hits") { Description = "How many of them, from 0.", Required = true, HelpName = "X" };
        var count = new Option<long>("--of") { Description = "Of how many, from 0; of 0 there is no rate, and the answer is \"no data\".", Required = true, HelpName = "N" };
        var method = new Option<string>("--method")
        {
            Description = $"The interval: {string.Join(", ", IntervalMethod.All.Select(m => m.Id))}.",
            DefaultValueFactory = _ => IntervalMethod.Wilson.Id,
        };
        var level = new Option<double>("--level") { Description = "The confidence level, between 0 and 1.", DefaultValueFactory = _ => Rate.DefaultLevel };
        var json = new Option<bool>("--json") { Description = "Prints {\"rate\",\"low\",\"high\",\"hits\",\"of\",\"method\",\"level\"}; without data rate, low and high are null." };
        var command = new Command("rate", "A rate with its confidence interval.") { hits, count, method, level, json };
        command.SetAction(parsed =>
        {
            if (!IntervalMethod.TryParse(parsed.GetValue(method), out var chosen, out var unknown))
                throw new BadInputException($"--method: {unknown}");
            var wanted = parsed.GetValue(level);
            if (wanted is not (> 0 and < 1))
                throw new BadInputException(FormattableString.Invariant($"--level is {wanted}; it is between 0 and 1, such as 0.95."));
            if (!Rate.TryOf(parsed.GetValue(hits), parsed.GetValue(count), "cases", out var rate, out var reason))
                throw new BadInputException($"--hits {parsed.GetValue(hits)} --of {parsed.GetValue(count)}: {reason}");

            if (parsed.GetValue(json))
                WriteJson(output, rate, chosen, wanted);
            else
                WriteText(output, rate, chosen, wanted);
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
