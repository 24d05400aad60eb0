using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>What <c>draw pick</c> does by the methods of others.</summary>
internal static class PickByOthers
{
    /// <summary>Picks by <paramref name="method"/>, which is not the own one, and prints what was picked.</summary>
    public static void Run(DrawMethod method, PickOptions options, ParseResult parsed, TextWriter output)
    {
        if (method == DrawMethod.Rfc3797)
            Rfc(options, parsed, output);
        else if (method == DrawMethod.ConsistentSampler)
            Consistent(options, parsed, output);
        else if (method == DrawMethod.FairPick)
            Fair(options, parsed, output);
        else
            Rivest(options, parsed, output);
    }

    private static void Rfc(PickOptions options, ParseResult parsed, TextWriter output)
    {
        var poolSize = parsed.GetValue(options.PoolSize);
        var outcome = RfcOutcome(parsed.GetRequiredValue(options.Sources), poolSize, NoMoreThan(Math.Min(poolSize, Rfc3797.MaxTake), options, parsed));
        var lines = outcome.Picks.Select(pick => string.Create(CultureInfo.InvariantCulture, $"{pick.Md5} {pick.Remaining} {pick.Selected}"));
        Print(options, parsed, output, lines.Prepend($"key {outcome.Key}"), document =>
        {
            document.WriteString("key", outcome.Key);
            WritePicks(document, outcome.Picks, pick => document.WriteNumberValue(pick.Selected));
        });
    }

    private static Rfc3797Outcome RfcOutcome(string[] sources, long poolSize, int take)
    {
        try
        {
            return Rfc3797.Pick(sources, poolSize, take);
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"--{wrong.Message.Replace("\n", "\n--", StringComparison.Ordinal)}");
        }
    }

    private static void Consistent(PickOptions options, ParseResult parsed, TextWriter output)
    {
        var sample = ConsistentSampler.Pick(
            options.Pool.Read(parsed),
            parsed.GetRequiredValue(options.Seed),
            parsed.GetValue(options.Take),
            parsed.GetValue(options.Drop),
            parsed.GetValue(options.WithReplacement));
        var lines = sample.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Ticket} {entry.Generation} {entry.Id}"));
        Print(options, parsed, output, lines, document => WritePicks(document, sample, entry =>
        {
            document.WriteStartObject();
            document.WriteString("id", entry.Id);
            document.WriteString("ticket", entry.Ticket.ToString());
            document.WriteNumber("generation", entry.Generation);
            document.WriteEndObject();
        }));
    }

    private static void Fair(PickOptions options, ParseResult parsed, TextWriter output)
    {
        var hex = parsed.GetRequiredValue(options.Seed);
        if (!Digest.TryParse(hex.ToLowerInvariant(), out var seed))
            throw new BadInputException($"--seed is '{hex}'; with --method {DrawMethod.FairPick} it is {Digest.HexLength} hex digits.");
        var winners = FairPick.Pick(options.Pool.Read(parsed), seed, parsed.GetValue(options.Take));
        var lines = winners.Select(winner => string.Create(CultureInfo.InvariantCulture, $"{winner.Position} {winner.Id}"));
        Print(options, parsed, output, lines, document => WritePicks(document, winners, winner =>
        {
            document.WriteStartObject();
            document.WriteString("id", winner.Id);
            document.WriteNumber("position", winner.Position);
            document.WriteEndObject();
        }));
    }

    private static void Rivest(PickOptions options, ParseResult parsed, TextWriter output)
    {
        var poolSize = parsed.GetValue(options.PoolSize);
        var again = parsed.GetValue(options.WithReplacement);
        var take = again ? parsed.GetValue(options.Take) : NoMoreThan(poolSize, options, parsed);
        var numbers = Rivest2011Sampler.Pick(parsed.GetRequiredValue(options.Seed), 1, poolSize, take, again);
        var lines = numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));
        Print(options, parsed, output, lines, document => WritePicks(document, numbers, document.WriteNumberValue));
    }

    private static int NoMoreThan(long most, PickOptions options, ParseResult parsed)
    {
        var take = parsed.GetValue(options.Take);
        return take <= most
            ? take
            : throw new BadInputException(FormattableString.Invariant($"--take is {take:N0}; with --method {options.Method(parsed)} and this --pool-size it is at most {most:N0}."));
    }

    private static void Print(PickOptions options, ParseResult parsed, TextWriter output, IEnumerable<string> lines, Action<Utf8JsonWriter> json)
    {
        if (parsed.GetValue(options.Json))
        {
            output.WriteJson(json);
            return;
        }

        foreach (var line in lines)
            output.WriteLine(line);
    }

    private static void WritePicks<T>(Utf8JsonWriter document, IReadOnlyList<T> picks, Action<T> write)
    {
        document.WriteStartArray("picks");
        foreach (var pick in picks)
            write(pick);
        document.WriteEndArray();
    }
}
