using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>The flag's stitches, the puzzle's pieces of each team, and the reveal.</summary>
internal static class FlagScreen
{
    public static void Show(IAnsiConsole console, RunningCampaign campaign)
    {
        var stitches = campaign.Tally("stitch");
        var pieces = campaign.Tally("piece");
        var slots = campaign.Definition.Units["piece"].Slots;
        var goal = campaign.Goal("picture");

        console.Write(new Rule($"[bold red]The flag[/]: [bold]{stitches.Total:N0}[/] stitches by {campaign.Counts.Participants:N0} people").LeftJustified());
        var table = new Table().Border(TableBorder.Rounded).AddColumn("team").AddColumn("stitches", c => c.RightAligned());
        foreach (var slot in slots)
            table.AddColumn(slot, c => c.Centered());
        foreach (var team in campaign.Definition.Teams)
        {
            string[] cells = [team, $"{stitches.ByTeam[team]:N0}", .. slots.Select(slot => pieces.SlotsByTeam[team].Contains(slot) ? "[green]■[/]" : "[grey]·[/]")];
            table.AddRow(cells);
        }

        console.Write(table);
        console.MarkupLine(goal.MetAt is { } at
            ? $"The picture is [bold green]revealed[/]: {goal.Value} of {goal.Goal.Reaches} pieces, since {campaign.InZone(at)}"
            : $"The picture is hidden: {goal.Value} of {goal.Goal.Reaches} pieces");
        console.WriteLine();
    }
}
