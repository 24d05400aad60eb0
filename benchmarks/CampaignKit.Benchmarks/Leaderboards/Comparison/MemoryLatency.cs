using System.Diagnostics;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What one load from memory costs on this machine: when the next address depends on it, and when many overlap.</summary>
internal sealed class MemoryLatency
{
    private const int Megabytes = 256;
    private const int IntsALine = 64 / sizeof(int);
    private const int Loads = 1 << 20;
    private const int LargestRing = Megabytes * (1 << 20) / sizeof(int);

    private readonly int[] _ring;
    private readonly int[] _addresses = new int[Loads];
    private int _at;

    /// <param name="seed">Of the order of loads.</param>
    public MemoryLatency(int seed)
    {
        var random = new Random(seed);
        int[] lines = [.. Enumerable.Range(0, LargestRing / IntsALine)];
        random.Shuffle(lines);
        _ring = new int[LargestRing];
        for (var i = 0; i < lines.Length; i++)
            _ring[lines[i] * IntsALine] = lines[(i + 1) % lines.Length] * IntsALine;
        for (var i = 0; i < Loads; i++)
            _addresses[i] = random.Next(lines.Length) * IntsALine;
    }

    /// <summary>Nanoseconds a load.</summary>
    public (double Dependent, double Independent) Measure() => (Time(Dependent), Time(Independent));

    private static double Time(Action loads)
    {
        var start = Stopwatch.GetTimestamp();
        loads();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Loads;
    }

    private void Dependent()
    {
        var at = _at;
        for (var i = 0; i < Loads; i++)
            at = _ring[at];
        _at = at;
    }

    private void Independent()
    {
        var sum = 0;
        foreach (var address in _addresses)
            sum += _ring[address];
        _at = (_at + ((sum & 1) * IntsALine)) % LargestRing;
    }
}
