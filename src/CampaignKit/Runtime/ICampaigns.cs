namespace CampaignKit;

/// <summary>The campaigns that run in this host. Safe to use from any thread.</summary>
public interface ICampaigns
{
    /// <summary>The campaign with this id.</summary>
    /// <param name="id">The id that its definition gives.</param>
    /// <exception cref="KeyNotFoundException">No such campaign was added; the message names those that were.</exception>
    RunningCampaign this[string id] { get; }

    /// <summary>The campaigns' ids, in the order in which they were added.</summary>
    IReadOnlyList<string> Ids { get; }
}
