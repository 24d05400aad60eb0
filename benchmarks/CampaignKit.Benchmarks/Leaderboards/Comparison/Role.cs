namespace CampaignKit.Benchmarks.Leaderboards;

/// <summary>What a row's figures are for.</summary>
internal enum Role
{
    /// <summary>Held against each peer.</summary>
    Ours,

    /// <summary>What ours are held against.</summary>
    Peer,

    /// <summary>Shown beside them.</summary>
    Bystander,
}
