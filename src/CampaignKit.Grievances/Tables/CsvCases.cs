namespace CampaignKit.Grievances;

/// <summary>Reads a <see cref="CaseTable"/> from CSV, one row in memory at a time beside the table.</summary>
internal static class CsvCases
{
    private const int RowsBetweenReports = 1 << 14;

    public static CaseTable Read(TextReader reader, CsvMap map, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = new CsvRows(reader);
        do
        {
            if (!rows.Read())
                throw new InvalidDataException("The file is empty.");
        }
        while (rows.Count == 1 && rows[0].IsWhiteSpace());

        string[] header = [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].Trim().ToString())];
        var table = new CaseTableBuilder(map.Calendar, map.Grain, map.Repeats, map.BadRowLimit);
        var cells = new CsvCells(map, header, rows, table);
        while (rows.Read())
        {
            if (rows.Count == 1 && rows[0].IsEmpty && header.Length > 1)
                continue;

            // A field whose quotes are wrong may have swallowed others, so nothing else in the row can be trusted.
            if (rows.BadQuotes is { } bad)
                table.Add(new BadRow(rows.Line, [new BadCell("", bad, "a field in quotes must end with a quote, and quotes inside it must be doubled")]));
            else if (cells.TryRead(out var row))
                table.Add(rows.Line, row);
            else
                table.Add(new BadRow(rows.Line, [.. cells.Bad]));

            if (table.RowsRead % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(table.RowsRead);
            }
        }

        progress?.Report(table.RowsRead);
        return table.Build([.. cells.Assumptions()]);
    }
}
