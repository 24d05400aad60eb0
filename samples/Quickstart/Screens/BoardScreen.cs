using CampaignKit.Calendars;
using CampaignKit.Leaderboards;
using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>A week's board: the first twenty, one participant with neighbours, and the teams.</summary>
internal static class BoardScreen
{
    public static void Show(IAnsiConsole console, RunningCampaign campaign, CampaignPeriod week, ParticipantId someone)
    {
        var board = campaign.Leaderboard("stitch", week);
        console.Write(new Rule($"[bold]Stitches of {week.Id}[/], {board.Count:N0} people on the board").LeftJustified());
        console.Write(new Columns(
            Standings("top 20", board.Top(20), someone),
            Standings($"around {someone}", board.Around(someone, 5), someone),
            Teams(campaign.Tally("stitch", week))).Collapse());
        if (board[someone] is { } standing)
            console.MarkupLine($"{someone} is [bold]{standing.Rank}[/] with {standing.Score}, better than {board.PercentileOf(someone):0.0} % of the board");
        console.WriteLine();
    }

    private static Table Standings(string title, IEnumerable<Standing<string>> standings, ParticipantId someone)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(title).AddColumn("rank", c => c.RightAligned()).AddColumn("who").AddColumn("stitches", c => c.RightAligned());
        foreach (var standing in standings)
        {
            var mark = standing.Id == someone.Value ? "bold yellow" : "default";
            table.AddRow($"[{mark}]{standing.Rank}[/]", $"[{mark}]{standing.Id}[/]", $"[{mark}]{standing.Score}[/]");
        }

        return table;
    }

    private static Table Teams(Tally tally)
    {
        var board = new Leaderboard<string>();
        foreach (var (team, stitches) in tally.ByTeam)
            board.Set(team, stitches);
        var table = new Table().Border(TableBorder.Rounded).Title("teams").AddColumn("rank", c => c.RightAligned()).AddColumn("team").AddColumn("stitches", c => c.RightAligned());
        foreach (var standing in board.Top(board.Count))
            table.AddRow($"{standing.Rank}", standing.Id, $"{standing.Score:N0}");
        return table;
    }
}
