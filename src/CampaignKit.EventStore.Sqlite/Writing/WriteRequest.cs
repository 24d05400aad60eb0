namespace CampaignKit.EventStore.Sqlite;

/// <summary>Something that waits for the writer. It is withdrawn or taken, whichever comes first.</summary>
internal abstract class WriteRequest(int events)
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int _state = Queued;

    /// <summary>How many events it writes, which is how much of a commit it takes up.</summary>
    public int Events { get; } = events;

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Queued) == Queued;

    /// <summary>Writes within the transaction of the batch; the outcome is kept back until the commit.</summary>
    public abstract void Write(WriteSession session);

    public abstract void Complete();

    public abstract void Fail(Exception exception);

    protected bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Queued) == Queued;
}

/// <summary>A request with an outcome.</summary>
internal sealed class WriteRequest<T> : WriteRequest
{
    private readonly Func<WriteSession, T> _write;
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _withdrawal;
    private T? _written;

    public WriteRequest(Func<WriteSession, T> write, int events, CancellationToken cancellationToken)
        : base(events)
    {
        _write = write;
        _withdrawal = cancellationToken.UnsafeRegister(static (request, token) => ((WriteRequest<T>)request!).Withdraw(token), this);
    }

    public Task<T> Outcome => _outcome.Task;

    public override void Write(WriteSession session) => _written = _write(session);

    public override void Complete()
    {
        _withdrawal.Unregister();
        _outcome.SetResult(_written!);
    }

    public override void Fail(Exception exception)
    {
        _withdrawal.Unregister();
        _outcome.SetException(exception);
    }

    private void Withdraw(CancellationToken token)
    {
        if (TryWithdraw())
            _outcome.SetCanceled(token);
    }
}
