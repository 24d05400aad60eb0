using CampaignKit.Grievances;
using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>Response, resolution and satisfaction of each unit, with the counts they come from and their intervals.</summary>
internal static class GrievanceScreen
{
    private const int MostRows = 30;

    public static void Show(IAnsiConsole console, Grievances grievances)
    {
        var (path, table) = grievances;
        var report = table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);
        console.Write(new Rule($"[bold]Grievances[/] by unit, defined by \"{Markup.Escape(report.Definition.ToString())}\"").LeftJustified());
        console.MarkupLine($"{report.RowsRead:N0} rows of {Markup.Escape(Path.GetFileName(path))}: {report.Total.Cases:N0} cases, {report.BadRows:N0} bad, {report.RepeatedCases:N0} repeated; of each rate the count, its base, and the 95 % Wilson interval");
        var shown = new Table().Border(TableBorder.Rounded).AddColumn("unit", c => c.NoWrap()).AddColumn("cases", c => c.RightAligned()).AddColumn("open", c => c.RightAligned());
        foreach (var (name, of) in new[] { ("response", report.Definition.Response.BaseName), ("resolution", report.Definition.Resolution.BaseName), ("satisfaction", report.Definition.Satisfaction.BaseName), ("rated", "closed cases") })
            shown.AddColumn($"{name}\nof {of}");
        foreach (var row in report.Rows.Take(MostRows).Append(report.Total))
        {
            var name = row.Key.Count == 0 ? "[bold]all[/]" : Markup.Escape(row.Key[0].Length > 0 ? row.Key[0] : "(none)");
            shown.AddRow(name, $"{row.Cases:N0}", $"{row.Open:N0}", Cell(row.Response), Cell(row.Resolution), Cell(row.Satisfaction), Cell(row.Rated));
        }

        console.Write(shown);
        if (report.Rows.Count > MostRows)
            console.MarkupLine($"[grey](the first {MostRows} of {report.Rows.Count} units; all of them count in the last line)[/]");
        foreach (var (answer, cases) in report.UnknownAnswers)
            console.MarkupLine($"[yellow]taken as unrated[/] the answer '{Markup.Escape(answer)}', which the definition does not know: {cases:N0} cases");
        foreach (var bad in table.BadRows.Take(5))
            console.MarkupLine($"[yellow]left out[/] {Markup.Escape(bad.ToString())}");
    }

    private static string Cell(Rate rate)
    {
        if (rate.Value is not { } value)
            return "no data";
        var interval = rate.Interval();
        return $"{rate.Hits:#,0.#}/{rate.Base:N0}\n[bold]{100 * value:0.0} %[/] [grey]{100 * interval.Low:0.0}-{100 * interval.High:0.0}[/]";
    }
}
