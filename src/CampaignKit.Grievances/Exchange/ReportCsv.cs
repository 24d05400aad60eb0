using NodaTime.Text;

namespace CampaignKit.Grievances;

/// <summary>Writes a report as CSV: a line for the total and one for each group, each of which says by which definition.</summary>
internal static class ReportCsv
{
    private static readonly string[] OfRate = ["hits", "base", "base_name", "value", "low", "high"];

    public static void Write(SatisfactionReport report, TextWriter writer, CsvFormulas formulas, IntervalMethod method, double level)
    {
        var csv = new CsvLines(writer, formulas);
        Header(report, csv);
        Row(report, report.Total, "total", csv, method, level);
        foreach (var row in report.Rows)
            Row(report, row, "group", csv, method, level);
    }

    private static void Header(SatisfactionReport report, CsvLines csv)
    {
        string[] names =
        [
            "row",
            "cases", "open", "closed", "duplicates",
            .. ReportRates.Names.SelectMany(rate => OfRate.Select(part => $"{ColumnOf(rate)}_{part}")),
            "interval", "level", "composite",
            "timed_cases", .. ReportRates.TimeNames.Select(name => $"seconds_{name}"),
            "definition", "definition_version", "as_of", "zone", "assumptions",
        ];
        csv.Field(names[0]);
        foreach (var dimension in report.By)
            csv.Text($"by_{NameOf(dimension)}");
        foreach (var name in names.Skip(1))
            csv.Field(name);
        csv.End();
    }

    /// <summary>In snake_case as the others: <c>week_from_saturday</c>.</summary>
    private static string NameOf(Dimension dimension) => string.Concat(dimension.Name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'));

    private static string ColumnOf(string rate) => string.Concat(rate.Select(c => char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{c}"));

    private static void Row(SatisfactionReport report, SatisfactionRow row, string kind, CsvLines csv, IntervalMethod method, double level)
    {
        csv.Field(kind);
        for (var i = 0; i < report.By.Count; i++)
            csv.Text(kind == "group" ? row[i] : "");
        csv.Field($"{row.Cases}");
        csv.Field($"{row.Open}");
        csv.Field($"{row.Closed}");
        csv.Field($"{row.Duplicates}");
        foreach (var (_, rate) in ReportRates.Of(row))
        {
            var interval = rate.Interval(method, level);
            csv.Field($"{rate.Hits}");
            csv.Field($"{rate.Base}");
            csv.Text(rate.BaseName);
            csv.Field($"{rate.Value:R}");
            csv.Field($"{interval.Low:R}");
            csv.Field($"{interval.High:R}");
        }

        csv.Field(method.Id);
        csv.Field($"{level:R}");
        csv.Field($"{row.Composite:R}");
        csv.Field($"{row.Times.Count}");
        foreach (var (_, seconds) in ReportRates.TimesOf(row))
            csv.Field($"{seconds}");
        csv.Text(report.Definition.Name);
        csv.Field($"{report.Definition.Version}");
        csv.Field(report.AsOf is { } asOf ? InstantPattern.ExtendedIso.Format(asOf) : "");
        csv.Field(report.Calendar.Zone.Id);
        csv.Text(string.Join("; ", report.Assumptions));
        csv.End();
    }
}
