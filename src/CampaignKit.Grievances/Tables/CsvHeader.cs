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

    /// <summary>The flaw of a header whose columns seem to be parted by something else than commas; null of another.</summary>
    public static DefinitionFlaw? OtherSeparator(string[] header)
    {
        if (header is not [var only])
            return null;

        var (mark, name) = OtherSeparators.MaxBy(s => only.Count(c => c == s.Mark));
        return only.Contains(mark) ? new DefinitionFlaw("header", only, $"must name columns parted by commas, but seems to part them by {name}; save the file as CSV with commas") : null;
    }
}
