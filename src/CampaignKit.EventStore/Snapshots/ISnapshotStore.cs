namespace CampaignKit.EventStore;

/// <summary>
/// Keeps one snapshot for each projection of a campaign: a shortcut for start-up that may be lost without harm. Safe to use from any
/// thread.
/// </summary>
public interface ISnapshotStore
{
    /// <summary>The projection's snapshot, or null if there is none.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="projection">The projection's name, which should change whenever the format of its state does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Snapshot?> LoadSnapshotAsync(string campaign, string projection, CancellationToken cancellationToken = default);

    /// <summary>Keeps a snapshot in place of the projection's earlier one.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="projection">The projection's name.</param>
    /// <param name="snapshot">The state.</param>
    /// <param name="cancellationToken">Withdraws the request while it still waits for its turn.</param>
    /// <exception cref="CursorBeyondHeadException">The snapshot's position lies beyond the campaign's head.</exception>
    ValueTask SaveSnapshotAsync(string campaign, string projection, Snapshot snapshot, CancellationToken cancellationToken = default);
}
