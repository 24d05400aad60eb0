using System.CommandLine;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw verify</c>.</summary>
internal sealed class VerifyCommand
{
    private readonly TextWriter _output;
    private readonly Argument<string> _path = new("TRANSCRIPT.json")
    {
        Description = "The transcript, a folder with a transcript.json, or a proof. What a transcript does not hold is found beside it: RULE.pool.txt, RULE.holders.txt, RULE.strata.txt, exclusions.txt, signatures.",
    };

    private readonly Option<string[]> _pools = new("--pool")
    {
        Description = "The pool of a rule: its id, '=' and the file. Once for each rule whose pool is elsewhere.",
        HelpName = "RULE=FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _exclusions = new("--exclusions") { Description = "The persons who could not win, if that file is elsewhere.", HelpName = "FILE" };
    private readonly Option<string> _operatorKey = new("--operator-key") { Description = "The operator's public key, PEM, known from elsewhere: what is not signed by it fails.", HelpName = "FILE" };
    private readonly Option<string> _manifest = new("--manifest") { Description = "The manifest as it was published before the randomness: the document must be of it. If not said, manifest.json beside the document, if it is there; a proof needs one.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json")
    {
        Description =
            """
            Prints {"status","isValid","firstDifference","draw","manifestDigest","entropy","source","lateReason","pools","exclusions","signature","claims"};
            of a proof {"status","isValid","firstDifference","draw","manifestDigest","rules","id","isIncluded","size","signature"}.
            """,
    };

    private VerifyCommand(TextWriter output) => _output = output;

    public static Command Create(TextWriter output) => new VerifyCommand(output).Create();

    private Command Create()
    {
        var command = new Command(
            "verify",
            """
            Draws again what a transcript says was drawn, and names the first thing that differs. Checks a proof against the manifest.
            Exit codes: 0 all was drawn again and agrees, 1 something differs or a pool is missing, 2 the file is no transcript and no proof.
            """)
        {
            _path, _pools, _exclusions, _operatorKey, _manifest, _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_path);
        if (Directory.Exists(path))
            path = Path.Combine(path, DrawFolder.TranscriptFile);
        return InputFile.Read(_path.Name, path, PublishedDocument.IsProof) ? VerifyProof(parsed, path) : VerifyTranscript(parsed, path);
    }

    private int VerifyTranscript(ParseResult parsed, string path)
    {
        var transcript = InputFile.Read(_path.Name, path, PublishedDocument.TranscriptIn);
        var options = new VerificationOptions
        {
            Pools = transcript is null ? null : PoolsOf(transcript, parsed.GetValue(_pools) ?? []),
            Exclusions = parsed.GetValue(_exclusions) is { } file ? ReadExclusions(file) : null,
            OperatorKey = KeyFile.Public(parsed, _operatorKey),
        };
        var check = InputFile.Read(_path.Name, path, name => DrawVerifier.Verify(name, options));
        if (check.Status != VerificationStatus.Invalid && parsed.GetValue(_manifest) is { } manifest && ManifestDifference(manifest, transcript!) is { } other)
            check = check with { Status = VerificationStatus.Invalid, FirstDifference = other };

        if (parsed.GetValue(_json))
            _output.WriteJson(document => VerificationReport.Write(document, check, transcript));
        else
            VerificationReport.Write(_output, check, transcript);
        return check.IsValid ? CommandLine.Success : CommandLine.CheckFailed;
    }

    private int VerifyProof(ParseResult parsed, string path)
    {
        foreach (var option in new Option[] { _pools, _exclusions }.Where(option => parsed.GetResult(option) is not null))
            throw new BadInputException($"{option.Name} does not belong to a proof, which {path} is; that takes {_manifest.Name} and {_operatorKey.Name}.");
        var manifestPath = ManifestFile(parsed, path)
            ?? throw new BadInputException($"{path} is a proof, and {DrawFolder.ManifestFile} is not beside it; name the manifest with {_manifest.Name} FILE.");
        var manifest = PublishedDocument.Manifest(_manifest.Name, manifestPath);
        var check = ProofCheck.Of(InputFile.Read(_path.Name, path, File.ReadAllText), manifest, manifestPath, KeyFile.Public(parsed, _operatorKey));
        if (parsed.GetValue(_json))
            _output.WriteJson(check.Write);
        else
            check.Write(_output);
        return check.FirstDifference is null ? CommandLine.Success : CommandLine.CheckFailed;
    }

    private string? ManifestFile(ParseResult parsed, string path)
    {
        if (parsed.GetValue(_manifest) is { } given)
            return given;
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, DrawFolder.ManifestFile);
        return File.Exists(beside) ? beside : null;
    }

    private Difference? ManifestDifference(string path, Transcript transcript)
    {
        try
        {
            var digest = InputFile.Read(_manifest.Name, path, Manifest.Load).Digest;
            return digest == transcript.ManifestDigest ? null : new Difference("$.manifestDigest", $"{digest}, that of {path}", transcript.ManifestDigest.ToString());
        }
        catch (DrawDocumentException wrong)
        {
            return new Difference($"{path}: {wrong.Path}", wrong.Rule, wrong.Value);
        }
    }

    private Exclusions ReadExclusions(string file)
    {
        try
        {
            return InputFile.Read(_exclusions.Name, file, Exclusions.Load);
        }
        catch (PoolFormatException wrong)
        {
            throw BadInputException.In(file, "list of exclusions", [wrong.Message]);
        }
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
}
