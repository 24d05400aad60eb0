using CampaignKit.EventStore;
using Microsoft.Extensions.Logging;

namespace CampaignKit;

/// <summary>
/// Follows a campaign's order of events and folds it into the view; records the turns of goals that the fold comes to. A store that
/// cannot be reached is logged and tried again; an event that cannot be read ends it, and everyone who waits is told.
/// </summary>
internal sealed partial class CampaignFollower : IAsyncDisposable
{
    private const int MostAtOnce = 512;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Campaign _campaign;
    private readonly IEventStore _store;
    private readonly CampaignView _view;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _following;
    private volatile TaskCompletionSource _moved = NewSignal();

    public CampaignFollower(Campaign campaign, IEventStore store, CampaignView view, TimeProvider time, ILogger logger)
    {
        _campaign = campaign;
        _store = store;
        _view = view;
        _time = time;
        _logger = logger;
        _following = Task.Run(() => FollowAsync(_stopping.Token));
    }

    /// <summary>What ended it; null while it follows, and after it was disposed of.</summary>
    public Exception? Fault => _following.Exception?.InnerException;

    public async Task WaitForAsync(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            // In this order: what was folded before the end, or before the signal was taken, is seen.
            var hasEnded = _following.IsCompleted;
            var moved = _moved.Task;
            if (_view.Position >= position)
                return;
            if (hasEnded)
            {
                await _following.ConfigureAwait(false);
                throw new ObjectDisposedException(nameof(RunningCampaign));
            }

            await Task.WhenAny(moved, _following).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(cancellationToken).ConfigureAwait(false);
                await RecordTurnsAsync(cancellationToken).ConfigureAwait(false);
                await _store.WaitForMoreAsync(_campaign.Id, _view.Position, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (EventStoreUnavailableException failure)
            {
                LogUnreachable(failure, _campaign.Id, _view.Position);
                await Task.Delay(RetryAfter, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception failure)
            {
                LogEnded(failure, _campaign.Id, _view.Position);
                throw;
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var batch = new List<(long, string, CampaignEvent)>(MostAtOnce);
        try
        {
            await foreach (var stored in _store.ReadCampaignAsync(_campaign.Id, _view.Position, cancellationToken).ConfigureAwait(false))
            {
                batch.Add((stored.Position, stored.Stream, EventCodec.Decode(stored)));
                if (batch.Count == MostAtOnce)
                    Fold(batch);
            }
        }
        finally
        {
            // Also what came before an event that cannot be read.
            Fold(batch);
        }
    }

    private void Fold(List<(long, string, CampaignEvent)> batch)
    {
        if (batch.Count == 0)
            return;
        var events = batch.ToArray();
        batch.Clear();
        _view.Apply(events);
        var moved = _moved;
        _moved = NewSignal();
        moved.SetResult();
    }

    /// <summary>
    /// Every host comes to the same turns with the same content, so that whoever is second gets the first one's answer.
    /// </summary>
    private async Task RecordTurnsAsync(CancellationToken cancellationToken)
    {
        foreach (var (goal, turn, fact) in _view.UnrecordedTurns())
        {
            var stream = Streams.Goal(goal);
            var append = new Append(AppendId.Of($"{stream}\n{turn}"), stream, ExpectedVersion.At(turn - 1), EventCodec.Encode(fact));
            var result = await _store.AppendAsync(_campaign.Id, append, cancellationToken).ConfigureAwait(false);
            if (result is AppendCommitted)
                LogTurn(_campaign.Id, goal, fact is GoalReached ? "met" : "reopened");
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The store of campaign {Campaign} cannot be reached; its view stands at position {Position} and follows on as soon as it can")]
    private partial void LogUnreachable(Exception failure, string campaign, long position);

    [LoggerMessage(2, LogLevel.Error, "Campaign {Campaign} cannot be followed beyond position {Position}")]
    private partial void LogEnded(Exception failure, string campaign, long position);

    [LoggerMessage(3, LogLevel.Information, "Campaign {Campaign}: the goal {Goal} is {Turn}")]
    private partial void LogTurn(string campaign, string goal, string turn);
}
