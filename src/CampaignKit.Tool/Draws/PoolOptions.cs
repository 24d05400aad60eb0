using System.CommandLine;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>The options that name a pool file, shared by the commands that read one.</summary>
internal sealed class PoolOptions
{
    private readonly Option<string> _pool = new("--pool")
    {
        Description = "The pool: a UTF-8 file with one id a line, LF or CRLF; an id has 1 to 256 bytes, no control character, and stands once.",
        Required = true,
        HelpName = "FILE",
    };

    private readonly Option<bool> _weighted = new("--weighted") { Description = "Each line is an id, a TAB and a weight: a whole number from 0, the tickets of that id." };

    public void AddTo(Command command)
    {
        command.Options.Add(_pool);
        command.Options.Add(_weighted);
    }

    public Pool Read(ParseResult parsed) =>
        Read("--pool", parsed.GetRequiredValue(_pool), parsed.GetValue(_weighted) ? PoolKind.Weights : PoolKind.Ids);

    /// <summary>Reads a pool; an error says which file.</summary>
    public static Pool Read(string namedBy, string path, PoolKind kind)
    {
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
