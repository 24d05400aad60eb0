using System.Globalization;

namespace CampaignKit.Grievances;

/// <summary>What is said of a header that lacks columns.</summary>
internal static class CsvHeader
{
    private const int MostNames = 50;

    private static readonly (char Mark, string Name)[] OtherSeparators = [(';', "';'"), ('\t', "tabs"), ('|', "'|'")];

    /// <summary>The names for people; of very many, some.</summary>
    public static string Names(string[] header) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(", ", header.Take(MostNames).Select(PrintedText.Short))}{(header.Length > MostNames ? $" and {header.Length - MostNames:#,0} more" : "")}");

    /// <summary>
    /// The flaws of a header that lacks columns. If another mark stands in it at least as often as the comma, that comes first; where there is no comma
    /// at all, it is all that there is to say.
    /// </summary>
    public static IReadOnlyList<DefinitionFlaw> Explained(string[] header, IReadOnlyList<DefinitionFlaw> flaws)
    {
        var line = string.Join(',', header);
        var (mark, name) = OtherSeparators.MaxBy(s => line.Count(c => c == s.Mark));
        if (!line.Contains(mark) || line.Count(c => c == mark) < header.Length - 1)
            return flaws;

        var other = new DefinitionFlaw("header", line, $"must name columns parted by commas, but seems to part them by {name}; save the file as CSV with commas");
        return header.Length == 1 ? [other] : [other, .. flaws];
    }
}
