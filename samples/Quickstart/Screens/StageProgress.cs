using Spectre.Console;

namespace CampaignKit.Quickstart.Screens;

/// <summary>A progress bar for each stage; plain lines where the output is no terminal.</summary>
internal static class StageProgress
{
    public static async Task ShowAsync(IAnsiConsole console, Func<Func<string, int, IProgress<int>>, Task> work)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            await work((stage, whole) => new Lines(console, stage, whole));
            return;
        }

        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work((stage, whole) => new Bar(context.AddTask(stage, maxValue: whole))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class Lines(IAnsiConsole console, string stage, int whole) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == whole)
                console.WriteLine($"{stage}: done");
        }
    }
}
