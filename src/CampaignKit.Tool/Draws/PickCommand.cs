using System.CommandLine;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw pick</c>.</summary>
internal static class PickCommand
{
    public static Command Create(TextWriter output)
    {
        var pool = new PoolOptions();
        var take = new Option<int>("--take") { Description = "How many win: those with the smallest tickets.", Required = true, HelpName = "K" };
        var seed = new Option<string?>("--rule-seed") { Description = "The seed of the rule: 64 hex digits.", HelpName = "HEX" };
        var text = new Option<string?>("--rule-seed-text") { Description = "A text whose SHA-256 is the seed of the rule.", HelpName = "TEXT" };
        var alternates = new Option<int>("--alternates") { Description = "How many of the next ones to name as well; 0 unless said.", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Prints {\"poolDigest\",\"ruleSeed\",\"winners\":[{\"id\",\"ticket\"}],\"alternates\":[{\"id\",\"ticket\"}]}." };
        var command = new Command("pick", "Picks winners from a pool: a ticket is the SHA-256 of the rule seed's 64 hex digits and the id; the smallest win.");
        pool.AddTo(command);
        foreach (var option in new Option[] { take, seed, text, alternates, json })
            command.Options.Add(option);

        command.SetAction(parsed =>
        {
            var ruleSeed = Seed(parsed.GetValue(seed), parsed.GetValue(text));
            var (winners, others) = (InRange("--take", parsed.GetValue(take), 1), InRange("--alternates", parsed.GetValue(alternates), 0));
            var from = pool.Read(parsed);
            var outcome = Draw.Pick(from, ruleSeed, winners, others);
            if (parsed.GetValue(json))
                WriteJson(output, from, outcome);
            else
                WriteText(output, outcome);
            return CommandLine.Success;
        });
        return command;
    }

    private static RuleSeed Seed(string? hex, string? text) => (hex, text) switch
    {
        ({ } given, null) => RuleSeed.Parse(given.ToLowerInvariant()),
        (null, { } given) => RuleSeed.FromText(given),
        (null, null) => throw new BadInputException("A pick needs a seed: --rule-seed HEX or --rule-seed-text TEXT."),
        _ => throw new BadInputException("A pick has one seed: --rule-seed or --rule-seed-text, not both."),
    };

    private static int InRange(string option, int value, int least) =>
        value >= least && value <= DrawRule.MaxTake
            ? value
            : throw new BadInputException($"{option} is {value}; it is from {least} to {DrawRule.MaxTake}.");

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
