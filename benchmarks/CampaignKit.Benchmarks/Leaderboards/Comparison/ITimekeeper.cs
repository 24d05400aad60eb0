namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What times a run.</summary>
internal interface ITimekeeper
{
    void Start();

    /// <summary>The nanoseconds since the start.</summary>
    double Stop();
}
