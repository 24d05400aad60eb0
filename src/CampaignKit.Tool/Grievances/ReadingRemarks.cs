using CampaignKit.Grievances;

namespace CampaignKit.Tool.Grievances;

/// <summary>What the reader of a report should know of the file behind it, on standard error.</summary>
internal sealed class ReadingRemarks(TextWriter error)
{
    private const int MostRows = 10;
    private const int MostWords = 5;

    /// <summary>Tells the bad rows, if there are any.</summary>
    /// <exception cref="BadInputException">There are no others.</exception>
    public void TellBadRows(string path, CaseTable table)
    {
        var bad = table.BadRows.Count;
        if (bad == 0)
            return;

        var rows = string.Concat(table.BadRows.Take(MostRows).Select(row => $"\n  {row}"));
        var first = bad > MostRows ? $"; the first {MostRows}" : "";
        if (bad == table.RowsRead)
            throw new BadInputException(FormattableString.Invariant($"{path}: no row of {bad:N0} makes a case{first}:{rows}"));
        error.WriteLine(FormattableString.Invariant($"{bad:N0} of {table.RowsRead:N0} rows {(bad == 1 ? "is" : "are")} bad and left out{first}:{rows}"));
    }

    /// <summary>Tells the answers that the definition says nothing of, the most frequent first.</summary>
    public void TellUnknownAnswers(SatisfactionReport report)
    {
        var unknown = report.UnknownAnswers;
        if (unknown.Count == 0)
            return;

        var words = unknown.OrderByDescending(answer => answer.Value).Take(MostWords)
            .Select(answer => FormattableString.Invariant($"{ShownText.Quoted(answer.Key)} ({answer.Value:N0})"));
        var others = unknown.Count > MostWords ? FormattableString.Invariant($" and {unknown.Count - MostWords:N0} more") : "";
        error.WriteLine($"Answers that the definition {ShownText.Visible(report.Definition.ToString())} does not know count as no rating: {string.Join(", ", words)}{others}.");
    }
}
