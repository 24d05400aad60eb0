using BenchmarkDotNet.Running;
using CampaignKit.Benchmarks.Leaderboards;

if (args is ["compare", "leaderboards", .. var comparison])
    return LeaderboardComparison.Run(comparison);

// A benchmark that throws is a failure of the run, not a line in its log.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args).ToList();
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
