namespace CampaignKit.Draws;

/// <summary>How tickets are computed, which makes no difference to what they are.</summary>
/// <param name="MostLanes">The most messages hashed at once on a thread.</param>
/// <param name="MostThreads">The most threads; one is used for a small pool.</param>
/// <param name="Cancellation">Stops the work.</param>
internal readonly record struct TicketWork(int MostLanes, int MostThreads, CancellationToken Cancellation)
{
    /// <summary>All that the machine has.</summary>
    internal static TicketWork Fastest(CancellationToken cancellation = default) =>
        new(TicketHash.MostLanes, Environment.ProcessorCount, cancellation);
}
