using System.CommandLine;

namespace CampaignKit.Tool;

/// <summary>An option that is one word of a few, refused with option, value and the words there are.</summary>
/// <typeparam name="T">What the words mean.</typeparam>
internal sealed class WordOption<T>
{
    private readonly (string Word, T Meaning)[] _words;

    /// <summary>An option with its words, of which the first is the default.</summary>
    public WordOption(string name, string description, string helpName, params (string Word, T Meaning)[] words)
    {
        _words = words;
        Option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(", ", words.Select(known => known.Word))}.",
            HelpName = helpName,
            DefaultValueFactory = _ => words[0].Word,
            CustomParser = given =>
            {
                var text = given.Tokens[0].Value;
                if (!words.Any(known => known.Word == text))
                    given.AddError($"{name} is {ShownText.Quoted(text)}; it is {ShownText.Either(words.Select(known => known.Word))}.");
                return text;
            },
        };
    }

    public Option<string> Option { get; }

    /// <summary>What was said, or the default.</summary>
    public T Read(ParseResult parsed) => _words.First(known => known.Word == parsed.GetValue(Option)).Meaning;
}
