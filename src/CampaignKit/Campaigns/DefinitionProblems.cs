using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace CampaignKit;

/// <summary>The problems of one definition, collected while it is read and checked.</summary>
internal sealed class DefinitionProblems
{
    private const int LongestValue = 80;

    private readonly List<DefinitionProblem> _found = [];
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    /// <summary>The problems, in the order in which they were found.</summary>
    public IReadOnlyList<DefinitionProblem> Found => _found;

    /// <summary>Something could not be read at all, so that no later check can say anything about it.</summary>
    public void Unread(DefinitionPath path, string value, string rule)
    {
        if (!_unread.Add(path.ToString()))
            return;
        _incomplete.UnionWith(path.Outwards());
        _found.Add(new DefinitionProblem(path.ToString(), value, rule));
    }

    /// <summary>A value breaks a rule; nothing is said about what could not be read.</summary>
    public void Broken(DefinitionPath path, string value, string rule)
    {
        if (!path.Outwards().Any(_unread.Contains))
            _found.Add(new DefinitionProblem(path.ToString(), value, rule));
    }

    /// <summary>Whether everything there could be read; if not, that something is missing there would be hearsay.</summary>
    public bool AreComplete(string section) => !_incomplete.Contains(DefinitionPath.Root[section].ToString());

    /// <summary>A text as JSON writes it, shortened when long.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(Shortened(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>A date as JSON writes it.</summary>
    public static string Quoted(LocalDate date) => $"\"{CampaignText.Format(date)}\"";

    /// <summary>A text that fits on a line with its path and rule.</summary>
    public static string Shortened(string text)
    {
        if (text.Length <= LongestValue)
            return text;
        var cut = char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return $"{text[..cut]}…";
    }

    public void CheckId(DefinitionPath path, string id)
    {
        var isId = id.Length is > 0 and <= DefinitionLimits.IdLength
            && id[0] != '-'
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!isId)
            Broken(path, Quoted(id), $"an id has 1 to {DefinitionLimits.IdLength} of the characters a-z, 0-9 and -, and does not start with -.");
    }

    public void CheckWhole(DefinitionPath path, long value, WholeRange range)
    {
        if (!range.Holds(value))
            Broken(path, value.ToString(CultureInfo.InvariantCulture), range.ToString());
    }

    /// <summary>Each text that stood before is a problem; <paramref name="pathOf"/> tells where the one at an index stands.</summary>
    public void CheckDistinct(IEnumerable<string> texts, Func<int, string, DefinitionPath> pathOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, text) in texts.Index())
        {
            if (!seen.Add(text))
                Broken(pathOf(index, text), Quoted(text), "stands there twice.");
        }
    }

    /// <summary>Whether an id is among the known ones; if not, that is a problem unless the section that defines them could not be read.</summary>
    public bool CheckKnown(DefinitionPath path, string id, IReadOnlyCollection<string> known, string noun, string section)
    {
        if (known.Contains(id))
            return true;
        if (AreComplete(section))
            Broken(path, Quoted(id), $"is no {noun} of the campaign; {Spelling.Hint(id, known)}.");
        return false;
    }
}
