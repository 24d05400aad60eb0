using System.Diagnostics;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>Time as the caller sees it.</summary>
internal sealed class WallClock : ITimekeeper
{
    private long _start;

    private WallClock()
    {
    }

    public static WallClock Instance { get; } = new();

    public void Start() => _start = Stopwatch.GetTimestamp();

    public double Stop() => (Stopwatch.GetTimestamp() - _start) * (1e9 / Stopwatch.Frequency);
}
