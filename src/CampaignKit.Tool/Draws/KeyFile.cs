using System.CommandLine;
using CampaignKit.Draws;

namespace CampaignKit.Tool.Draws;

/// <summary>Files of keys. An error names the file and never shows what is in it.</summary>
internal static class KeyFile
{
    private const string PseudonymKeyRule = "it holds 64 hex digits or more, such as `openssl rand -hex 32` prints, and nothing else";

    /// <summary>The option of the operator's private key.</summary>
    public static Option<string> Operator(string what) => new("--key") { Description = $"Signs {what} with the operator's key, a PEM file such as `draw keygen` writes.", HelpName = "FILE" };

    /// <summary>The key that an option names; null if it is not given.</summary>
    public static OperatorKey? Operator(ParseResult parsed, Option<string> option) => Read(parsed, option, OperatorKey.FromPem);

    /// <summary>The public key that an option names; null if it is not given.</summary>
    public static OperatorPublicKey? Public(ParseResult parsed, Option<string> option) => Read(parsed, option, OperatorPublicKey.FromPem);

    /// <summary>The key of pseudonyms that an option names; null if it is not given.</summary>
    public static byte[]? OfPseudonyms(ParseResult parsed, Option<string> option) => Read(parsed, option, text =>
    {
        var hex = text.Trim();
        return hex.Length >= 2 * Pseudonyms.MinKeyBytes && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(hex)
            : throw new FormatException(PseudonymKeyRule);
    });

    private static T? Read<T>(ParseResult parsed, Option<string> option, Func<string, T> read)
        where T : class
    {
        if (parsed.GetValue(option) is not { } path)
            return null;
        var text = InputFile.Read(option.Name, path, File.ReadAllText);
        try
        {
            return read(text);
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"{option.Name} is '{path}'; {wrong.Message}");
        }
    }
}
