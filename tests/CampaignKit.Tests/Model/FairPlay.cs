using CampaignKit.Calendars;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Tests.Model;

/// <summary>Plays commands on hosts that share a store, one command on each host in turn, and tells the answers as the model does.</summary>
internal sealed class FairPlay : IAsyncDisposable
{
    private readonly List<ChangningHost> _hosts;
    private int _turn;

    public FairPlay(IEventStore store, int hosts = 1, Action<CampaignKitOptions>? configure = null) =>
        _hosts = [.. Enumerable.Range(0, hosts).Select(_ => ChangningHost.Run(store, Fair.Definition, new ImpatientTime(), configure))];

    public FairModel Model { get; } = new();

    public RunningCampaign Campaign => _hosts[0].Campaign;

    /// <summary>The model's answer and the runtime's, which is asked again as long as the store cannot be reached.</summary>
    public async Task<(string Expected, string Actual)> AnswerAsync(Command command)
    {
        var sent = Model.RequestOf(command);
        var expected = Model.Answer(command);
        foreach (var host in _hosts)
            host.Clock.Now = Model.Now;
        var campaign = _hosts[_turn++ % _hosts.Count].Campaign;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return (expected, await AskAsync(campaign, command, sent));
            }
            catch (Exception failure) when (tries < 50 && failure is EventStoreUnavailableException or TooManyConflictsException)
            {
            }
        }
    }

    /// <summary>Holds every answer of every host against the model's.</summary>
    public async Task AssertStateAsync()
    {
        foreach (var host in _hosts)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await host.Campaign.WaitForAsync(Model.Head, limit.Token);
            Assert.Equal(Model.Head, await host.Store.HeadAsync("fair"));
            Assert.Equal(Model.Counts, host.Campaign.Counts);
            foreach (var monday in Model.Mondays.Select(m => (LocalDate?)m).Append(null))
            {
                var week = monday is { } day ? Fair.Definition.Calendar.PeriodOf(PeriodRule.Week, day) : null;
                foreach (var unit in new[] { "stitch", "mile" })
                {
                    Assert.Equal(Model.Tally(unit, monday), Sums(host.Campaign.Tally(unit, week)));
                    Assert.Equal(Model.Board(unit, monday), host.Campaign.Leaderboard(unit, week).Top(9).Select(s => (s.Rank, s.Score, s.Id)));
                }
            }

            var pieces = host.Campaign.Tally("piece");
            Assert.Equal(Model.Tally("piece", null), Sums(pieces));
            Assert.All(Fair.Teams, team => Assert.Equal(Model.Filled(team), pieces.SlotsByTeam[team]));
            foreach (var goal in new[] { "flag", "puzzle" })
                Assert.Equal(Model.Goal(goal), (host.Campaign.Goal(goal).Value, host.Campaign.Goal(goal).MetAt));
        }
    }

    /// <summary>Plays all of it, holding each answer and then the state against the model's.</summary>
    public async Task AssertAsync(IEnumerable<Command> commands)
    {
        foreach (var command in commands)
        {
            var (expected, actual) = await AnswerAsync(command);
            Assert.Equal($"{command}: {expected}", $"{command}: {actual}");
        }

        await AssertStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    private static (long Total, long Red, long Blue) Sums(Tally tally) => (tally.Total, tally.ByTeam["red"], tally.ByTeam["blue"]);

    private static async Task<string> AskAsync(RunningCampaign campaign, Command command, SentCheckIn? sent) => command switch
    {
        Command.Enrol c => $"number {(await campaign.EnrolAsync($"p-{c.Who}", c.Team)).Number}",
        Command.Join c => Text(await campaign.JoinTeamAsync($"p-{c.Who}", c.Team)),
        Command.Void c => Text(await campaign.VoidAsync(new CheckInId(c.Number, c.Serial), "r", "s")),
        Command.Approve c => Text(await campaign.ApproveMessageAsync(new CheckInId(c.Number, c.Serial), "e")),
        Command.ClockMoves => "moved",
        _ when sent is null => "nothing",
        _ => Text(await campaign.CheckInAsync($"p-{sent.Who}", new CheckInRequest(sent.Task, $"k{sent.Key}") { OccurredAt = sent.At, Site = sent.Site })),
    };

    private static string Text(Answer answer) => answer switch
    {
        Recorded { IsRepeat: true } => "repeat",
        Recorded => "recorded",
        Refused refused => refused.Why.GetType().Name,
        _ => answer.ToString(),
    };

    private static string Text(CheckInAnswer answer) => answer switch
    {
        CheckInAccepted a => $"{(a.IsRepeat ? "repeat" : "accepted")} {a.CheckIn.Id} {a.Day:uuuu-MM-dd}",
        CheckInRefused { Why: KeyConflict conflict } => $"{nameof(KeyConflict)} {conflict.First}",
        CheckInRefused { Why: CadenceExceeded exceeded } => $"{nameof(CadenceExceeded)} {exceeded.OpensAt}",
        CheckInRefused refused => refused.Why.GetType().Name,
        _ => answer.ToString(),
    };
}
