using System.CommandLine;
using System.Text.Json;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter output)
    {
        var path = new Argument<string>("TRANSCRIPT.json") { Description = "The transcript. Pools it does not hold are found beside it: RULE.pool.txt, RULE.holders.txt." };
        var pools = new Option<string[]>("--pool") { Description = "The pool of a rule: its id, '=' and the file. Once for each rule whose pool is elsewhere.", HelpName = "RULE=FILE", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Prints {\"status\",\"isValid\",\"firstDifference\",\"entropy\",\"pools\"}." };
        var command = new Command(
            "verify",
            """
            Draws again what a transcript says was drawn, and names the first thing that differs.
            Exit codes: 0 all was drawn again and agrees, 1 something differs or a pool is missing, 2 the file is no transcript.
            """)
        {
            path, pools, json,
        };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(path);
            var transcript = InputFile.Read(path.Name, file, TranscriptFile.Read);
            var given = transcript is null ? [] : PoolsOf(transcript, parsed.GetValue(pools) ?? []);
            var check = InputFile.Read(path.Name, file, name => DrawVerifier.Verify(name, given));
            if (parsed.GetValue(json))
                output.WriteJson(document => Write(document, check));
            else
                Write(output, check);
            return check.IsValid ? CommandLine.Success : CommandLine.CheckFailed;
        });
        return command;
    }

    private static Dictionary<string, Pool> PoolsOf(Transcript transcript, string[] given)
    {
        var rules = transcript.Manifest.Rules;
        var read = new Dictionary<string, Pool>(StringComparer.Ordinal);
        foreach (var pair in given)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new BadInputException($"--pool is '{pair}'; it is the id of a rule, '=' and a file.");
            var (id, file) = (pair[..equals], pair[(equals + 1)..]);
            var rule = rules.FirstOrDefault(rule => rule.Id == id)
                ?? throw new BadInputException($"--pool is '{pair}'; the draw has no rule '{id}', but {string.Join(", ", rules.Select(known => known.Id))}.");
            if (!read.TryAdd(id, PoolOptions.Read($"--pool {id}", file, rule.Pool.Kind)))
                throw new BadInputException($"--pool is '{pair}'; the pool of '{id}' is given twice.");
        }

        return read;
    }

    private static void Write(TextWriter output, Verification check)
    {
        output.WriteLine(check);
        if (check.Status == VerificationStatus.Invalid)
            return;
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
