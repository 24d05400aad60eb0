using CampaignKit.Draws;
using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>The line with which the reader checks a draw with nothing but the shell.</summary>
internal static class ShellLine
{
    public static void Show(IAnsiConsole console, Transcript transcript, DirectoryInfo folder)
    {
        var rule = transcript.Manifest.Rules.OfType<RandomRule>().Select(random => random.Id).FirstOrDefault() ?? transcript.Rules[0].RuleId;
        console.Write(new Rule($"[bold]Check it yourself[/]: the first line prints the winners of {rule} again, the second checks the whole draw").LeftJustified());

        // Written past the console's layout: a line that is to be copied must not be wrapped.
        console.Profile.Out.Writer.WriteLine($"( cd {Quoted(folder)} && {ShellCheck.LineFor(transcript, rule)} )");
        console.Profile.Out.Writer.WriteLine($"( cd {Quoted(folder)} && sh {DrawFolder.CheckFile} )");
        console.WriteLine();
    }

    private static string Quoted(DirectoryInfo folder) => $"'{folder.ToString().Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
