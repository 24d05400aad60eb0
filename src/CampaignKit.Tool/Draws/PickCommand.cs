using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw pick</c>.</summary>
internal static class PickCommand
{
    public static Command Create(TextWriter output)
    {
        var alternates = NumberOption.Whole("--alternates", 0, DrawRule.MaxTake);
        (alternates.Description, alternates.HelpName) = ("How many of the next ones to name as well; 0 unless said.", "N");
        var seed = new Option<RuleSeed?>("--rule-seed") { Description = "The seed of the rule: 64 hex digits.", HelpName = "HEX", CustomParser = SeedFromHex };
        var text = new Option<RuleSeed?>("--rule-seed-text")
        {
            Description = "A text whose SHA-256 is the seed of the rule; this or --rule-seed must be there.",
            HelpName = "TEXT",
            CustomParser = given => RuleSeed.FromText(given.Tokens[0].Value),
        };
        var options = new PickOptions(seed, text, alternates);
        var command = new Command(
            "pick",
            """
            Picks winners from a pool: those with the smallest tickets, smallest first, each printed as its ticket, a space and its id.
            The ticket of an id is the SHA-256 of the rule seed (its 64 hex digits) and the id; with --weighted the smallest of the rule seed, the id, '#' and j, for j = 1 to the weight.
            With --method it picks as others do, so that their published draws can be checked:
              rfc3797             needs --pool-size and --source; the key, then for each pick the MD5, the places that remained, the place picked
              consistent-sampler  needs --pool and --seed; Rivest's sampler, as in Arlo: ticket, generation, id
              fair-pick           needs --pool and --seed; the selection of wallop: position, id
              rivest-2011         needs --pool-size and --seed; Rivest's sampler of 2011, as in ColoradoRLA: numbers from 1
            """);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var method = options.Method(parsed);
            if (method != DrawMethod.TicketV1)
            {
                PickByOthers.Run(method, options, parsed, output);
                return CommandLine.Success;
            }

            var ruleSeed = OneOf(parsed.GetValue(seed), parsed.GetValue(text));
            var from = options.Pool.Read(parsed);
            var outcome = Draw.Pick(from, ruleSeed, parsed.GetValue(options.Take), parsed.GetValue(alternates));
            if (parsed.GetValue(options.Json))
                WriteJson(output, from, outcome);
            else
                WriteText(output, outcome);
            return CommandLine.Success;
        });
        return command;
    }

    private static RuleSeed OneOf(RuleSeed? seed, RuleSeed? ofText) => (seed, ofText) switch
    {
        ({ } given, null) => given,
        (null, { } given) => given,
        (null, null) => throw new BadInputException("A pick needs a seed: --rule-seed HEX or --rule-seed-text TEXT."),
        _ => throw new BadInputException("A pick has one seed: --rule-seed or --rule-seed-text, not both."),
    };

    private static RuleSeed? SeedFromHex(ArgumentResult given)
    {
        var hex = given.Tokens[0].Value;
        if (Digest.TryParse(hex.ToLowerInvariant(), out var seed))
            return new RuleSeed(seed);
        given.AddError($"--rule-seed is '{hex}'; it is {Digest.HexLength} hex digits.");
        return null;
    }

    private static void WriteJson(TextWriter output, Pool pool, RuleOutcome outcome) => output.WriteJson(document =>
    {
        document.WriteString("poolDigest", pool.Digest.ToString());
        document.WriteString("ruleSeed", outcome.Seed.ToString());
        WriteEntries(document, "winners", outcome.Winners);
        WriteEntries(document, "alternates", outcome.Alternates);
    });

    private static void WriteEntries(Utf8JsonWriter document, string name, IReadOnlyList<DrawnEntry> entries)
    {
        document.WriteStartArray(name);
        foreach (var entry in entries)
        {
            document.WriteStartObject();
            document.WriteString("id", entry.Id);
            document.WriteString("ticket", entry.Ticket.ToString());
            document.WriteEndObject();
        }

        document.WriteEndArray();
    }

    private static void WriteText(TextWriter output, RuleOutcome outcome)
    {
        foreach (var winner in outcome.Winners)
            output.WriteLine($"{winner.Ticket} {winner.Id}");
        if (outcome.Alternates.Count == 0)
            return;
        output.WriteLine("alternates:");
        foreach (var alternate in outcome.Alternates)
            output.WriteLine($"{alternate.Ticket} {alternate.Id}");
    }
}
