using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace CampaignKit.Grievances;

/// <summary>Reads a <see cref="CaseTable"/> from CSV, one row in memory at a time beside the table.</summary>
internal static class CsvCases
{
    public static CaseTable Read(TextReader reader, CsvMap map)
    {
        BadCell? badQuotes = null;
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            IgnoreBlankLines = false,
            BadDataFound = args => badQuotes ??= QuotesOf(args.Field),
        }, leaveOpen: true);

        string[] header = parser.Read() ? [.. parser.Record!.Select(h => h.Trim())] : [];
        var cells = new CsvCells(map, header);
        var table = new CaseTableBuilder(map.Calendar);
        long line = parser.RawRow + 1;
        for (; parser.Read(); line = parser.RawRow + 1)
        {
            badQuotes = null;
            var fields = parser.Record!;
            if (fields is [""] && header.Length > 1)
                continue;

            // A field whose quotes are wrong may have swallowed others, so nothing else in the row can be trusted.
            var record = badQuotes is null ? cells.Read(fields) : null;
            if (record is not null)
            {
                table.Add(line, record);
                continue;
            }

            table.Add(new BadRow(line, badQuotes is { } bad ? [bad] : [.. cells.Bad]));
            if (table.BadRows.Count > map.BadRowLimit)
                throw new BadRowsException(map.BadRowLimit, table.BadRows);
        }

        return table.Build();
    }

    /// <summary>A quote inside a field that does not begin with one is an ordinary character.</summary>
    private static BadCell? QuotesOf(string field)
    {
        const int longest = 60;
        return field.StartsWith('"')
            ? new BadCell("", field.Length > longest ? field[..longest] + "…" : field, "a field in quotes must end with a quote, and quotes inside it must be doubled")
            : null;
    }
}
