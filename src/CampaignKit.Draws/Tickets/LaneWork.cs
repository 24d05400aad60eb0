namespace CampaignKit.Draws;

/// <summary>How much hashing is done at a time, which makes no difference to what comes out.</summary>
/// <param name="MostLanes">The most messages hashed at once on a thread.</param>
/// <param name="MostThreads">The most threads.</param>
/// <param name="Cancellation">Stops the work.</param>
/// <param name="Progress">Is told, from any thread but one at a time, which part of the work is done: rising from 0 to 1.</param>
internal readonly record struct LaneWork(int MostLanes, int MostThreads, CancellationToken Cancellation, IProgress<double>? Progress = null)
{
    /// <summary>All that the machine has.</summary>
    internal static LaneWork Fastest(CancellationToken cancellation = default) =>
        new(TicketHash.MostLanes, Environment.ProcessorCount, cancellation);

    /// <summary>Does all parts, each thread one after another with what it has begun with; gives what each thread has ended with.</summary>
    internal IReadOnlyList<TWorker> Divide<TWorker>(int parts, Func<TWorker> begin, Action<TWorker, int> part)
    {
        var (work, next, done, telling) = (this, -1, 0, new Lock());
        var workers = new List<TWorker>(MostThreads);
        Parallel.For(0, Math.Min(parts, MostThreads), new ParallelOptions { CancellationToken = Cancellation }, _ =>
        {
            var worker = begin();
            for (var mine = Interlocked.Increment(ref next); mine < parts; mine = Interlocked.Increment(ref next))
            {
                work.Cancellation.ThrowIfCancellationRequested();
                part(worker, mine);
                if (work.Progress is { } progress)
                {
                    lock (telling)
                        progress.Report((double)++done / parts);
                }
            }

            lock (telling)
                workers.Add(worker);
        });
        return workers;
    }

    /// <summary>The same as one of several parts of a longer work: its progress rises within its share of the whole.</summary>
    internal LaneWork Part(int part, int parts) => Progress is { } whole ? this with { Progress = new Share(whole, part, parts) } : this;

    private sealed class Share(IProgress<double> whole, int part, int parts) : IProgress<double>
    {
        public void Report(double value) => whole.Report((part + value) / parts);
    }
}
