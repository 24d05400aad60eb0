using System.CommandLine;
using System.Text.Json;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw lock</c>.</summary>
internal sealed class LockCommand
{
    private static readonly Duration LongestLate = Duration.FromDays(366);

    private readonly TextWriter _output;
    private readonly IClock _clock;
    private readonly Argument<string> _plan = new("PLAN") { Description = "The plan: a JSON file that names rules and pool files, as docs/draw-format.md describes it in section 12." };
    private readonly Option<string> _out = new("--out") { Description = "The folder to publish, made if need be. One that holds another manifest is refused.", HelpName = "FOLDER", Required = true };
    private readonly SourceOptions _source = new(prefix: "", "source of randomness", required: true);
    private readonly SourceOptions _late = new(prefix: "late-", "late source of randomness", required: false);
    private readonly Option<Duration> _lateAfter = TimeOption.Duration("--late-after", LongestLate);
    private readonly Option<string> _key = KeyFile.Operator("the manifest");
    private readonly Option<string> _pseudonymKey = new("--pseudonym-key")
    {
        Description = "Publishes pseudonyms in place of ids, by this secret: a file with 64 hex digits or more. Needs --salts.",
        HelpName = "FILE",
    };

    private readonly Option<string> _salts = new("--salts")
    {
        Description = "Where to write the salts, a line for each person: id, TAB, salt, TAB, pseudonym. Outside of the folder; give each person their own.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Prints {\"draw\",\"manifestDigest\",\"source\",\"decidesFrom\",\"lateSource\",\"lateDecidesFrom\",\"signedBy\",\"files\"}.",
    };

    private LockCommand(TextWriter output, IClock clock) => (_output, _clock) = (output, clock);

    public static Command Create(TextWriter output, IClock clock) => new LockCommand(output, clock).Create();

    private Command Create()
    {
        (_lateAfter.HelpName, _lateAfter.Description) = ("DURATION", "How long after the due time of the source the late one decides, if the first has not spoken, such as PT2H; at most 366 days.");
        var command = new Command(
            "lock",
            """
            Fixes a draw before its randomness can be known: writes the manifest, the pools and the exclusions into a folder, to be published now.
            The randomness is that of exactly one source: drand (--drand-after or --round), NIST's beacon (--nist-at), numbers announced in public (--numbers) or a secret of the operator's (--commitment).
            """) { _plan, _out };
        _source.Choice.AddTo(command);
        command.Options.Add(_lateAfter);
        _late.Choice.AddTo(command);
        foreach (var option in new Option[] { _key, _pseudonymKey, _salts, _json })
            command.Options.Add(option);
        command.Validators.Add(given =>
        {
            if (given.GetResult(_lateAfter) is not null != _late.Choice.IsGiven(given))
                given.AddError("--late-after and a late source (--late-drand-after, --late-round, --late-commitment, --late-nist-at or --late-numbers) need each other.");
            if (given.GetResult(_pseudonymKey) is not null != given.GetResult(_salts) is not null)
                given.AddError("--pseudonym-key and --salts need each other.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var plan = ReadPlan(parsed.GetRequiredValue(_plan));
        var source = _source.Choice.Read(parsed)!;
        var late = Late(parsed, source);
        if (source.Due is { } due && due <= _clock.GetCurrentInstant())
            throw new BadInputException($"The source is {source}; it is {TimeOption.Text(_clock.GetCurrentInstant())} now, and a draw is locked before anybody can know its randomness.");
        var key = KeyFile.Operator(parsed, _key);
        var pseudonyms = KeyFile.OfPseudonyms(parsed, _pseudonymKey) is { } secret ? Pseudonyms.For(plan.Name, secret) : null;
        var locked = Lock(pseudonyms is null ? plan : plan.Under(pseudonyms), source, late);

        var folder = parsed.GetRequiredValue(_out);
        PublishedFolder.RefuseOther(_out.Name, folder, locked.Manifest);
        PublishedFolder.RefuseOtherKey(_out.Name, folder, locked.Manifest, key);
        if (pseudonyms is not null)
        {
            PersonSalts.RefuseWithin(_salts.Name, parsed.GetRequiredValue(_salts), folder);
            PersonSalts.Save(_salts.Name, parsed.GetRequiredValue(_salts), plan, pseudonyms);
        }

        OutputFile.WriteFolder(_out.Name, folder, name => DrawFolder.Save(locked, name, key));
        if (parsed.GetValue(_json))
            _output.WriteJson(document => Write(document, locked.Manifest, key, folder));
        else
            Write(locked.Manifest, key, folder);
        return CommandLine.Success;
    }

    private static DrawPlan ReadPlan(string path)
    {
        try
        {
            return InputFile.Read("PLAN", path, DrawPlan.Load);
        }
        catch (DrawPlanException wrong)
        {
            throw BadInputException.In(path, "plan of a draw", wrong.Problems);
        }
    }

    private static LockedDraw Lock(DrawPlan plan, FutureEntropy source, LateEntropy? late)
    {
        try
        {
            return plan.Lock(source, late);
        }
        catch (InfeasibleQuotasException infeasible)
        {
            throw new BadInputException(infeasible.Message);
        }
    }

    private LateEntropy? Late(ParseResult parsed, FutureEntropy source)
    {
        if (_late.Choice.Read(parsed) is not { } late)
            return null;
        var after = parsed.GetValue(_lateAfter);
        if (source.Due is not { } due)
            throw new BadInputException($"{_lateAfter.Name} counts from when the source is due; {source} has no due time.");
        if (due > Instant.MaxValue - after)
            throw new BadInputException($"The source is {source}; a late one decides by the end of the year 9999.");
        return late.Due < due + after
            ? throw new BadInputException($"The late source is {late}; it decides from {TimeOption.Text(due + after)}, and what is due before could be known by then.")
            : new LateEntropy(after, late);
    }

    private void Write(Manifest manifest, OperatorKey? key, string folder)
    {
        _output.WriteLine($"Locked {manifest.Name} in {folder}");
        _output.WriteLine($"  manifest    {manifest.Digest}");
        _output.WriteLine($"  decided by  {manifest.Entropy}");
        if (manifest.Late is { } late)
            _output.WriteLine($"  if late     {late.Entropy}{(late.Entropy.Due is null ? $", from {TimeOption.Text(manifest.LateDecidesFrom!.Value)}" : "")}");
        if (key is not null)
            _output.WriteLine($"  signed by   key {key.PublicKey.Fingerprint}");
        _output.WriteLine($"  publish     {string.Join(", ", PublishedFolder.FilesOf(manifest, folder))}, before {(manifest.DecidesFrom is { } due ? TimeOption.Text(due) : "the secret")}");
        _output.WriteLine($"  then        campaignkit draw hold {folder} {HowToHold(manifest.Entropy)}");
    }

    private static void Write(Utf8JsonWriter document, Manifest manifest, OperatorKey? key, string folder)
    {
        document.WriteString("draw", manifest.Name.ToString());
        document.WriteString("manifestDigest", manifest.Digest.ToString());
        document.WriteString("source", manifest.Entropy.ToString());
        document.WriteString("decidesFrom", TextOf(manifest.DecidesFrom));
        document.WriteString("lateSource", manifest.Late?.Entropy.ToString());
        document.WriteString("lateDecidesFrom", TextOf(manifest.LateDecidesFrom));
        document.WriteString("signedBy", key?.PublicKey.Fingerprint.ToString());
        document.WriteStartArray("files");
        foreach (var file in PublishedFolder.FilesOf(manifest, folder))
            document.WriteStringValue(file);
        document.WriteEndArray();
    }

    private static string HowToHold(FutureEntropy source) => source switch
    {
        OperatorCommitment => "--secret HEX",
        FutureNumbers => "--numbers \"…\"",
        _ => "--fetch",
    };

    private static string? TextOf(Instant? instant) => instant is { } known ? TimeOption.Text(known) : null;
}
