namespace CampaignKit.Leaderboards;

/// <summary>How member ids are written to a snapshot and read back; <see cref="SnapshotKeys"/> has the usual ones. Must be safe to use repeatedly.</summary>
/// <typeparam name="TKey">The type of member ids.</typeparam>
public interface ISnapshotKeys<TKey>
    where TKey : notnull
{
    /// <summary>The name of the form, which the snapshot states: a snapshot of one form is not read as another.</summary>
    string Name { get; }

    /// <summary>Writes an id.</summary>
    void Write(BinaryWriter writer, TKey id);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    TKey Read(BinaryReader reader);
}
