namespace CampaignKit.EventStore;

/// <summary>The events were written. Equal when positions and versions are.</summary>
/// <param name="FirstPosition">The position of the append's first event in the campaign.</param>
/// <param name="LastPosition">The position of its last event; every position between is this append's.</param>
/// <param name="StreamVersions">The last version of each stream after the append, in the order of the request.</param>
public sealed record AppendCommitted(long FirstPosition, long LastPosition, IReadOnlyList<long> StreamVersions) : AppendResult
{
    /// <inheritdoc/>
    public override AppendCommitted Stored => this;

    /// <inheritdoc/>
    public bool Equals(AppendCommitted? other) =>
        other is not null
        && FirstPosition == other.FirstPosition
        && LastPosition == other.LastPosition
        && StreamVersions.SequenceEqual(other.StreamVersions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FirstPosition, LastPosition);
}
