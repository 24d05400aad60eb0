using System.Threading.Channels;

namespace CampaignKit.Tests;

/// <summary>A time in which nothing is due until a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Channel<(TimeSpan Due, Action Fire)> _timers = Channel.CreateUnbounded<(TimeSpan, Action)>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Writer.TryWrite((dueTime, () => callback(state)));
        return new Timer();
    }

    /// <summary>Waits for somebody to wait, and lets them go on.</summary>
    /// <returns>How long they meant to wait.</returns>
    public async Task<TimeSpan> NextAsync(CancellationToken cancellationToken = default)
    {
        var (due, fire) = await _timers.Reader.ReadAsync(cancellationToken);
        fire();
        return due;
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
