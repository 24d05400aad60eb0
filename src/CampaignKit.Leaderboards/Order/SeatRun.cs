namespace CampaignKit.Leaderboards;

/// <summary>The memory of each thread into which orders write the runs they are asked for.</summary>
internal static class SeatRun
{
    private const int Length = 32;

    [ThreadStatic]
    private static Seat[]? _scratch;

    public static ReadOnlySpan<Seat> Of(IMemberOrder order, int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)order.Count, nameof(place));
        var run = (_scratch ??= new Seat[Length]).AsSpan(0, Math.Min(Length, order.Count - place));
        order.CopyTo(place, run);
        return run;
    }
}
