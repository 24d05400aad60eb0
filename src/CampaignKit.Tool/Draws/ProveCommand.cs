using System.CommandLine;
using System.Text;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary><c>campaignkit draw prove</c>.</summary>
internal sealed class ProveCommand
{
    private readonly TextWriter _output;
    private readonly Argument<string> _id = new("ID") { Description = "The entrant; under pseudonyms, theirs." };
    private readonly Option<string> _folder = new("--folder") { Description = "The folder that `draw lock` wrote, with the pool of the rule.", HelpName = "FOLDER", Required = true };
    private readonly Option<string> _rule = new("--rule") { Description = "The rule whose pool it is.", HelpName = "RULE", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "Writes the proof into this file, for the person, who checks it with `draw verify`.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Prints the proof: {\"format\",\"id\",\"root\",\"size\",\"found\"}, or \"before\" and \"after\" in place of \"found\"." };

    private ProveCommand(TextWriter output) => _output = output;

    public static Command Create(TextWriter output) => new ProveCommand(output).Create();

    private Command Create()
    {
        var command = new Command("prove", "Proves to one person that they were in a pool, or were not, against the root that the manifest names, without showing the pool.")
        {
            _id, _folder, _rule, _out, _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(_folder);
        PublishedFolder.RefuseUnlessFolder(_folder.Name, folder);
        var manifest = PublishedDocument.Manifest(_folder.Name, Path.Combine(folder, DrawFolder.ManifestFile));
        var rule = manifest.Rules.FirstOrDefault(rule => rule.Id == parsed.GetRequiredValue(_rule))
            ?? throw new BadInputException($"--rule is '{parsed.GetValue(_rule)}'; the draw has {string.Join(", ", manifest.Rules.Select(known => known.Id))}.");
        if (parsed.GetValue(_out) is { } path)
            OutputFile.RefuseInputs(_out.Name, path, FilesOf(rule).Select(file => (_folder.Name, Path.Combine(folder, file))));
        var proof = Prove(parsed.GetRequiredValue(_id), rule, Path.Combine(folder, DrawFolder.PoolFileOf(rule.Id)));

        if (parsed.GetValue(_out) is { } file)
            OutputFile.Write(_out.Name, file, Encoding.UTF8.GetBytes(proof.ToJson()));
        if (parsed.GetValue(_json))
            _output.Write(proof.ToJson());
        else
            Write(proof, rule, manifest);
        return CommandLine.Success;
    }

    private static string[] FilesOf(DrawRule rule) => [DrawFolder.ManifestFile, DrawFolder.PoolFileOf(rule.Id), DrawFolder.HoldersFileOf(rule.Id)];

    private PoolProof Prove(string id, DrawRule rule, string poolFile)
    {
        var tree = PoolTree.Of(PoolOptions.Read(_folder.Name, poolFile, rule.Pool.Kind));
        if (tree.Root != rule.Pool.MerkleRoot)
            throw new BadInputException($"{poolFile} is not the pool locked: its root is {tree.Root}; the manifest's, for {rule.Id}, is {rule.Pool.MerkleRoot}.");
        try
        {
            var proof = tree.Prove(id);
            if (!proof.IsIncluded && EntriesOf(id, poolFile, rule) is { Count: > 0 } entries)
                throw new BadInputException($"ID is '{id}', a person of this pool and no entry of it; their entries are {string.Join(", ", entries)}. Prove one of these.");
            return proof;
        }
        catch (ArgumentException wrong)
        {
            throw new BadInputException($"ID: {wrong.Message.Split(" (Parameter")[0]}");
        }
    }

    /// <summary>The entries that a person holds, as the published file says.</summary>
    private static List<string> EntriesOf(string person, string poolFile, DrawRule rule)
    {
        var holders = Path.Combine(Path.GetDirectoryName(poolFile)!, DrawFolder.HoldersFileOf(rule.Id));
        return rule.Pool.HoldersDigest is null || !File.Exists(holders)
            ? []
            : [.. File.ReadLines(holders).Select(line => line.Split('\t', 2)).Where(parts => parts is [_, var holder] && holder == person).Select(parts => parts[0])];
    }

    private void Write(PoolProof proof, DrawRule rule, Manifest manifest)
    {
        _output.WriteLine($"{ProofInWords.Of(proof, rule.Id, manifest)}");
        _output.WriteLine($"  root   {proof.Root}");
        foreach (var (name, line) in new[] { ("", proof.Found), ("after ", proof.Before), ("before ", proof.After) })
        {
            if (line is not null)
                _output.WriteLine(FormattableString.Invariant($"  {name}line {line.Index + 1} of {proof.Size}: {line.Line.Replace('\t', ' ')}"));
        }
    }
}
