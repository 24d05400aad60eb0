namespace CampaignKit.Tool;

/// <summary>What was given cannot be used; the message names the option or file, the value and the rule.</summary>
internal sealed class BadInputException(string message) : Exception(message)
{
    /// <summary>Several problems of one file, each on a line under what the file is not.</summary>
    public static BadInputException In(string path, string kind, IEnumerable<object> problems) =>
        new($"{path} is no {kind}:\n  {string.Join('\n', problems).Replace("\n", "\n  ", StringComparison.Ordinal)}");
}
