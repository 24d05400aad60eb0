using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>One participant's handbook: totals, streaks and the latest lines.</summary>
internal static class HandbookScreen
{
    private const int Lines = 12;

    public static void Show(IAnsiConsole console, RunningCampaign campaign, Handbook handbook)
    {
        var streak = handbook.Streaks["stitch"];
        console.Write(new Rule($"[bold]Handbook[/] of {Markup.Escape(handbook.Participant.ToString())}, team {handbook.Team}").LeftJustified());
        console.MarkupLine($"{handbook.Totals.GetValueOrDefault("stitch"):N0} stitches; streak [bold]{streak.Current}[/] days, longest {streak.Longest}");
        var table = new Table().Border(TableBorder.Rounded).AddColumn("recorded").AddColumn("for day").AddColumn("what").AddColumn("of").AddColumn("detail");
        foreach (var entry in handbook.Entries.TakeLast(Lines))
            table.AddRow(campaign.InZone(entry.At), $"{entry.Day:uuuu-MM-dd}", $"{entry.Kind}", Markup.Escape(entry.Subject), Markup.Escape(entry.Detail ?? ""));
        console.Write(table);
        if (handbook.Entries.Count > Lines)
            console.MarkupLine($"[grey](the last {Lines} of {handbook.Entries.Count} lines)[/]");
        console.WriteLine();
    }
}
