using System.CommandLine;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>The options that name a pool file, shared by the commands that read one.</summary>
/// <param name="required">Whether a command line without a pool is refused.</param>
internal sealed class PoolOptions(bool required = true)
{
    public Option<string> File { get; } = new("--pool")
    {
        Description = "The pool: a UTF-8 file with one id a line, LF or CRLF; an id has 1 to 256 bytes, no control character, and stands once.",
        Required = required,
        HelpName = "FILE",
    };

    public Option<bool> Weighted { get; } = new("--weighted") { Description = "Each line is an id, a TAB and a weight: a whole number from 0, the tickets of that id." };

    public void AddTo(Command command)
    {
        command.Options.Add(File);
        command.Options.Add(Weighted);
    }

    public Pool Read(ParseResult parsed) =>
        Read("--pool", parsed.GetRequiredValue(File), parsed.GetValue(Weighted) ? PoolKind.Weights : PoolKind.Ids);

    /// <summary>Reads a pool; an error says which file.</summary>
    public static Pool Read(string namedBy, string path, PoolKind kind)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException($"{namedBy} is '{path}', a JSON document by its name; a pool has an id on each line.");
        try
        {
            return InputFile.Read(namedBy, path, file => PoolFile.Read(file, kind));
        }
        catch (PoolFormatException wrong)
        {
            throw new BadInputException($"{path} is no pool of {kind.ToString().ToLowerInvariant()}:\n  {wrong.Message.Replace("\n", "\n  ", StringComparison.Ordinal)}");
        }
    }
}
