namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What members are named by.</summary>
internal enum Naming
{
    /// <summary>A dense number.</summary>
    Handle,

    /// <summary>A text id.</summary>
    Text,
}
