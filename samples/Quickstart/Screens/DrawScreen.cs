using CampaignKit.Calendars;
using CampaignKit.Draws;
using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>A week's draw: manifest, seed, the winners of each rule, and the line that checks it without this software.</summary>
internal static class DrawScreen
{
    public static void Show(IAnsiConsole console, CampaignPeriod week, DrawIsHeld held, DirectoryInfo folder)
    {
        var transcript = held.Result.Transcript;
        console.Write(new Rule($"[bold]The draw of {week.Id}[/]{(held.IsRepeat ? " [grey](held by an earlier run; the same again)[/]" : "")}").LeftJustified());
        console.MarkupLine($"manifest {transcript.ManifestDigest}");
        console.MarkupLine($"seed     {transcript.Seed}");
        var table = new Table().Border(TableBorder.Rounded).AddColumn("rule").AddColumn("of", c => c.RightAligned()).AddColumn("winners").AddColumn("skipped", c => c.RightAligned());
        foreach (var rule in transcript.Rules)
        {
            var pool = transcript.Manifest[rule.RuleId].Pool;
            table.AddRow(rule.RuleId, $"{pool.Size:N0}", string.Join(' ', rule.Winners.Select(w => w.Id)), $"{rule.Skipped.Count}");
        }

        console.Write(table);
        console.MarkupLine($"transcript and pools: [blue]{Markup.Escape(folder.ToString())}[/]");
        console.WriteLine();
    }
}
