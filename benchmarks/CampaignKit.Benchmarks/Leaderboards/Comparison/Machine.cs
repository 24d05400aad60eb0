using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>The machine that figures were taken on, in a line.</summary>
internal static class Machine
{
    private const string Unknown = "unknown";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, vectors of {VectorBits()} bits; {RuntimeInformation.FrameworkDescription}; {System()}");

    /// <summary>How many tasks have wanted a core of late: over 1, 5 and 15 minutes.</summary>
    public static string Load() => FirstLine("/proc/loadavg", "") is { } line ? string.Join(' ', line.Split(' ').Take(3)) : Unknown;

    private static string Processor() => FirstLine("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim()
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string System() => FirstLine("/etc/os-release", "PRETTY_NAME=")?.Split('=', 2)[1].Trim('"') ?? RuntimeInformation.OSDescription;

    private static int VectorBits() => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    private static string? FirstLine(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
