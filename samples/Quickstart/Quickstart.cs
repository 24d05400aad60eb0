using System.Diagnostics;
using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using CampaignKit.EventStore.Sqlite.Native;
using CampaignKit.Quickstart.Screens;
using CampaignKit.Quickstart.Simulation;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Spectre.Console;

namespace CampaignKit.Quickstart;

/// <summary>Runs the whole campaign, screen by screen.</summary>
internal static class Quickstart
{
    private const int BadInput = 2;
    private const int Stopped = 130;

    public static async Task<int> RunAsync(QuickstartOptions options, CancellationToken cancellationToken)
    {
        var console = Terminal.Open();
        try
        {
            if (!CampaignFile.TryLoad(options.Campaign.FullName, out var definition, out var problems))
                throw new CampaignDefinitionException(options.Campaign.ToString(), problems);

            // Read before anything is played: a file that cannot be used is said at once.
            var grievances = Grievances.Read(options, definition);
            SystemSqlite.Use();
            using var temporary = options.Database is null ? new TemporaryDatabase() : null;
            await RunAsync(console, definition, options, temporary?.Path ?? options.Database!.FullName, cancellationToken);
            GrievanceScreen.Show(console, grievances);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.WriteLine();
            console.MarkupLine(options.Database is { } kept
                ? $"[yellow]Stopped.[/] What was answered is recorded; run again with --db {Markup.Escape(kept.ToString())} to go on."
                : "[yellow]Stopped.[/] With --db FILE the record is kept, and the next run goes on from there.");
            return Stopped;
        }
        catch (Exception refused) when (refused is CampaignDefinitionException or IOException or UnauthorizedAccessException or FormatException or ArgumentException or EventStoreUnavailableException or UnsuitableException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return BadInput;
        }
    }

    private static async Task RunAsync(
        IAnsiConsole console, Campaign definition, QuickstartOptions options, string database, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        Playable.Check(definition, options.Settings);
        var clock = new SimulatedClock { Now = definition.Opens };
        await using var services = new ServiceCollection()
            .AddSingleton<IClock>(clock)
            .AddCampaignKit(kit => kit.AddCampaign(definition).UseSqlite($"Data Source={database}"))
            .BuildServiceProvider();
        var campaign = services.GetRequiredService<ICampaigns>()[definition.Id];
        await campaign.CatchUpAsync(cancellationToken);
        var before = campaign.Counts;
        var totals = new Totals();
        var crowd = new Crowd(definition, options.Settings);
        await campaign.EnrolAsync(crowd.People[0].Id, crowd.People[0].Team, cancellationToken);
        await Playable.RememberAsync(definition, options.Settings, services.GetRequiredService<IEventStore>(), cancellationToken);
        if (before.CheckIns > 0)
            console.MarkupLine($"[yellow]Resuming[/]: {database} holds {before.Participants:N0} people and {before.CheckIns:N0} check-ins; nothing of it is done twice.");

        var simulator = new Simulator(campaign, crowd, clock, totals);
        var weeks = await PlayAsync(console, campaign, simulator, crowd, clock, options, cancellationToken);

        await campaign.CatchUpAsync(cancellationToken);
        Summary(console, campaign, totals, before, watch.Elapsed);
        FlagScreen.Show(console, campaign);
        var someone = crowd.People[6].Id;
        BoardScreen.Show(console, campaign, weeks[^1].Week, someone);
        HandbookScreen.Show(console, campaign, (await campaign.HandbookAsync(someone, cancellationToken))!);
        foreach (var (week, held, folder) in weeks)
            DrawScreen.Show(console, week, held, folder);
        ShellLine.Show(console, weeks[^1].Held.Result.Transcript, weeks[^1].Folder);
    }

    private static async Task<List<(CampaignPeriod Week, DrawIsHeld Held, DirectoryInfo Folder)>> PlayAsync(
        IAnsiConsole console, RunningCampaign campaign, Simulator simulator, Crowd crowd, SimulatedClock clock, QuickstartOptions options, CancellationToken cancellationToken)
    {
        var weeks = new List<(CampaignPeriod, DrawIsHeld, DirectoryInfo)>();
        var desk = campaign.Draw("lucky");
        var schedule = new Schedule(campaign.Definition, crowd, simulator.FirstMonday, options.Settings.Weeks);
        await StageProgress.ShowAsync(console, async report =>
        {
            await simulator.EnrolAsync(report("enrolling", crowd.People.Count), cancellationToken);
            var week = desk.PeriodOf(simulator.FirstMonday);
            for (var i = 0; i < options.Settings.Weeks; i++, week = campaign.Definition.Calendar.Next(week))
            {
                var progress = report(week.Id, 7);
                foreach (var (number, day) in week.Days.Index().Skip(1))
                {
                    await simulator.PlayAsync(schedule.TakeUntil(campaign.Definition.Calendar.StartOf(day)), cancellationToken);
                    progress.Report(number);
                }

                await simulator.PlayAsync(schedule.TakeUntil(desk.FreezesAt(week)), cancellationToken);
                clock.Now = desk.FreezesAt(week);
                weeks.Add(await DrawOffice.HoldAsync(desk, week, options, cancellationToken));
                progress.Report(7);
            }

            await simulator.PlayAsync(schedule.TakeUntil(Instant.MaxValue), cancellationToken);
        });
        return weeks;
    }

    private static void Summary(IAnsiConsole console, RunningCampaign campaign, Totals totals, CampaignCounts before, TimeSpan elapsed)
    {
        var counts = campaign.Counts;
        console.MarkupLine(
            $"[bold]{totals.Sent:N0}[/] requests in {elapsed.TotalSeconds:0.0} s: [green]{totals.Recorded:N0} recorded[/], {totals.Repeated:N0} sent twice and answered again, "
            + $"{totals.Refused.Values.Sum():N0} refused ({string.Join(", ", totals.Refused.OrderByDescending(r => r.Value).Select(r => $"{r.Value:N0} {r.Key}"))}), "
            + $"{totals.LateForDraw:N0} too late for their draw");
        if (before.CheckIns > 0)
            console.MarkupLine($"[yellow]{totals.FromEarlierRun:N0}[/] had been recorded by an earlier run and were answered from it; {counts.CheckIns - before.CheckIns:N0} are new");
        console.MarkupLine($"The record: {counts.Participants:N0} people, {counts.CheckIns:N0} check-ins, {counts.Messages:N0} of them messages, at position {campaign.Position:N0}");
        console.WriteLine();
    }
}
