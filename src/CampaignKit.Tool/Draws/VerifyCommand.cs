using System.CommandLine;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter output)
    {
        var path = new Argument<string>("TRANSCRIPT.json") { Description = "The transcript; pool files beside it are found by themselves." };
        var pools = new Option<string[]>("--pool") { Description = "The pool of a rule: its id, '=' and the file. Can be given for each rule.", HelpName = "RULE=FILE", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Prints {\"status\",\"isValid\",\"firstDifference\",\"entropy\",\"pools\"}." };
        var command = new Command("verify", "Draws again what a transcript says was drawn, and names the first thing that differs. Exit code 1 unless everything was recomputed and agrees.")
        {
            path, pools, json,
        };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(path);
            var check = DrawVerifier.Verify(file, PoolsOf(file, parsed.GetValue(pools) ?? []));
            if (parsed.GetValue(json))
                output.WriteJson(document => Write(document, check));
            else
                Write(output, check);
            return check.IsValid ? CommandLine.Success : CommandLine.CheckFailed;
        });
        return command;
    }

    private static Dictionary<string, Pool> PoolsOf(string transcript, string[] given)
    {
        var read = new Dictionary<string, Pool>(StringComparer.Ordinal);
        if (given.Length == 0)
            return read;

        var rules = RulesOf(transcript);
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new BadInputException($"--pool {pair}: it is the id of a rule, '=' and a file.");
            var (rule, file) = (pair[..equals], pair[(equals + 1)..]);
            if (!rules.TryGetValue(rule, out var kind))
                throw new BadInputException($"--pool {pair}: the draw has no rule {rule}; it has {string.Join(", ", rules.Keys)}.");
            if (!read.TryAdd(rule, PoolOptions.Read(file, kind)))
                throw new BadInputException($"--pool {pair}: the rule {rule} is given twice.");
        }

        return read;
    }

    private static Dictionary<string, PoolKind> RulesOf(string transcript)
    {
        try
        {
            return Transcript.Load(transcript).Manifest.Rules.ToDictionary(rule => rule.Id, rule => rule.Pool.Kind, StringComparer.Ordinal);
        }
        catch (DrawDocumentException wrong)
        {
            throw new BadInputException($"{transcript}: {wrong.Message}");
        }
    }

    private static void Write(TextWriter output, Verification check)
    {
        output.WriteLine(check);
        foreach (var (rule, evidence) in check.Pools)
            output.WriteLine($"  {rule}: {(evidence == PoolEvidence.Data ? "drawn again from its pool" : "only its tickets were recomputed; give --pool")}");
    }

    private static void Write(Utf8JsonWriter document, Verification check)
    {
        document.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(check.Status.ToString()));
        document.WriteBoolean("isValid", check.IsValid);
        if (check.FirstDifference is { } difference)
        {
            document.WriteStartObject("firstDifference");
            document.WriteString("path", difference.Path);
            document.WriteString("expected", difference.Expected);
            document.WriteString("actual", difference.Actual);
            document.WriteEndObject();
        }
        else
        {
            document.WriteNull("firstDifference");
        }

        document.WriteString("entropy", JsonNamingPolicy.CamelCase.ConvertName(check.Entropy.ToString()));
        document.WriteStartObject("pools");
        foreach (var (rule, evidence) in check.Pools)
            document.WriteString(rule, JsonNamingPolicy.CamelCase.ConvertName(evidence.ToString()));
        document.WriteEndObject();
    }
}
