using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Writes cases as CSV in the form of <see cref="CsvMap.Exported"/>.</summary>
internal static class CasesCsv
{
    private const int RowsBetweenLooks = 1 << 12;

    // The order is that of the columns in each line below.
    private static readonly CaseField[] Fields =
    [
        CaseField.Id, CaseField.Opened, CaseField.Closed, CaseField.Due, CaseField.Status,
        CaseField.Unit, CaseField.Category, CaseField.Contacted, CaseField.Resolved, CaseField.Rating,
        CaseField.Updated, CaseField.Replied, CaseField.Reopenings,
    ];

    public static void Write(CaseTable table, TextWriter writer, CsvFormulas formulas, CancellationToken cancellationToken)
    {
        var csv = new CsvLines(writer, formulas);
        foreach (var field in Fields)
            csv.Field(CsvMap.Exported.Columns[field]);
        csv.End();
        for (var row = 0; row < table.Count; row++)
        {
            if (row % RowsBetweenLooks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            Write(table.Columns[row], csv);
        }
    }

    private static void Write(CaseRecord record, CsvLines csv)
    {
        csv.Text(record.Id);
        csv.Field(Time(record.Opened));
        csv.Field(Time(record.Closed));
        csv.Field(Time(record.Due));
        csv.Field($"{(record.IsClosed ? "closed" : "open")}{(record.Duplicate ? " duplicate" : "")}");
        csv.Text(record.Unit);
        csv.Text(record.Category);
        csv.Field(YesOrNo(record.Contacted));
        csv.Field(YesOrNo(record.Resolved));
        csv.Text(record.Answer);
        csv.Field(Time(record.Updated));
        csv.Field(YesOrNo(record.Replied));
        csv.Field($"{record.Reopenings}");
        csv.End();
    }

    private static string? Time(Instant? time) => time is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;

    private static string? YesOrNo(bool? fact) => fact switch { true => "yes", false => "no", null => null };
}
