using CampaignKit.Draws;
using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>The line with which the reader checks a draw with nothing but the shell.</summary>
internal static class ShellLine
{
    public static void Show(IAnsiConsole console, Transcript transcript, DirectoryInfo folder)
    {
        console.Write(new Rule("[bold]Check it yourself[/]: these print the winners of the messages again, and check the whole draw").LeftJustified());

        // Written past the console's layout: a line that is to be copied must not be wrapped.
        console.Profile.Out.Writer.WriteLine($"( cd '{folder}' && {ShellCheck.LineFor(transcript, "messages")} )");
        console.Profile.Out.Writer.WriteLine($"( cd '{folder}' && sh {DrawFolder.CheckFile} )");
        console.WriteLine();
    }
}
