using System.CommandLine;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw hold</c>.</summary>
internal sealed class HoldCommand
{
    private readonly TextWriter _output;
    private readonly IClock _clock;
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The folder that `draw lock` wrote, with all its lists." };
    private readonly RandomnessOptions _randomness = new();
    private readonly Option<string> _lateReason = new("--late-reason") { Description = "The randomness is that of the late source; why the first did not decide. It is published.", HelpName = "TEXT" };
    private readonly Option<string> _key = KeyFile.Operator("manifest and transcript");
    private readonly Option<bool> _proofs = new("--proofs") { Description = "Puts proofs into the transcript that everyone it names was in the pool, for readers without the pool." };
    private readonly Option<string> _withoutPools = new("--without-pools")
    {
        Description = "Writes a second folder, to be published in place of the first: without pools, holders, strata and exclusions.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Prints {\"draw\",\"manifestDigest\",\"transcriptDigest\",\"randomness\",\"lateReason\",\"rules\":[{\"id\",\"winners\":[{\"id\",\"person\",\"share\"}],\"alternates\":[…],\"skipped\":N}],\"files\"}.",
    };

    private HoldCommand(TextWriter output, IClock clock) => (_output, _clock) = (output, clock);

    public static Command Create(TextWriter output, IClock clock) => new HoldCommand(output, clock).Create();

    private Command Create()
    {
        var command = new Command(
            "hold",
            """
            Draws the winners of a locked draw when its randomness has come, and writes transcript, shell check and verify page into its folder. Held again, it gives the same.
            Exit codes: 0 held, 1 the randomness is not due or not there yet, 2 something is wrong with the folder or the randomness, 3 no beacon could be asked.
            """) { _folder };
        _randomness.Choice.AddTo(command);
        foreach (var option in new Option[] { _lateReason, _key, _proofs, _withoutPools, _json })
            command.Options.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (folder, apart) = (parsed.GetRequiredValue(_folder), parsed.GetValue(_withoutPools));
        var (locked, key) = (PublishedFolder.Load("FOLDER", folder), KeyFile.Operator(parsed, _key));
        PublishedFolder.RefuseOtherKey("FOLDER", folder, locked.Manifest, key);
        RefuseApart(apart, folder, locked.Manifest, key);

        var held = HeldDraw.Of(locked, Randomness(parsed, locked.Manifest), parsed.GetValue(_lateReason), folder);
        if (parsed.GetValue(_proofs))
            held = held.WithProofs(locked.Pools);
        OutputFile.WriteFolder("FOLDER", folder, name => DrawFolder.Save(held, name, key));
        if (apart is not null)
            OutputFile.WriteFolder(_withoutPools.Name, apart, name => SaveApart(held, folder, name));
        if (parsed.GetValue(_json))
            _output.WriteJson(document => HeldDraw.Write(document, held, apart ?? folder));
        else
            HeldDraw.Write(_output, held, apart ?? folder);
        return CommandLine.Success;
    }

    private EntropyRecord Randomness(ParseResult parsed, Manifest manifest)
    {
        var reason = parsed.GetValue(_lateReason);
        if (reason is not null && manifest.Late is null)
            throw new BadInputException($"{_lateReason.Name} is '{reason}'; the draw names no late source.");
        var (source, from) = reason is null ? (manifest.Entropy, manifest.DecidesFrom) : (manifest.Late!.Entropy, manifest.LateDecidesFrom);
        var now = _clock.GetCurrentInstant();
        return from > now
            ? throw new NotYetException($"The draw is decided by {source}{(source.Due is null ? $", from {TimeOption.Text(from.Value)}" : "")}; it is {TimeOption.Text(now)} now.")
            : _randomness.Choice.Read(parsed)!(source);
    }

    private void RefuseApart(string? apart, string folder, Manifest manifest, OperatorKey? key)
    {
        if (apart is null)
            return;
        if (apart.Length > 0 && RealPath.AreSame(apart, folder))
            throw new BadInputException($"{_withoutPools.Name} is '{apart}'; that is the folder with the pools.");
        PublishedFolder.RefuseOther(_withoutPools.Name, apart, manifest);
        PublishedFolder.RefuseOtherKey(_withoutPools.Name, apart, manifest, key);
    }

    // Signatures are copied, as no two by one key are alike; the page has them in it.
    private static void SaveApart(Transcript held, string folder, string apart)
    {
        DrawFolder.Save(held.WithoutPools(), apart);
        foreach (var file in new[] { DrawFolder.ManifestSignatureFile, DrawFolder.TranscriptSignatureFile }.Where(file => File.Exists(Path.Combine(folder, file))))
            WholeOutput.Write(Path.Combine(apart, file), File.ReadAllBytes(Path.Combine(folder, file)));
        VerifyPage.Write(apart);
    }
}
