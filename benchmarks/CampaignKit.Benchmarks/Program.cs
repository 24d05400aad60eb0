using BenchmarkDotNet.Running;
using CampaignKit.Benchmarks.Grievances;
using CampaignKit.Benchmarks.Leaderboards;

if (args is ["compare", "leaderboards", .. var comparison])
    return LeaderboardComparison.Run(comparison);
if (args is ["compare", "grievances", .. var cases])
    return CaseTableComparison.Run(cases);

// A benchmark that throws is a failure of the run, not a line in its log.
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args).ToList();
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
