namespace CampaignKit.Leaderboards;

public sealed partial class PeriodLeaderboard<TKey>
{
    /// <summary>
    /// Writes all boards to a stream: those of all time and of the open period with what is hidden on them, and the closed ones as they stood,
    /// with version and options, sealed by SHA-256. The stream stays open.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="keys">The form of the ids, such as <see cref="SnapshotKeys.Texts"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The id of a member or the name of a period takes more than 16 MiB.</exception>
    public void Save(Stream stream, ISnapshotKeys<TKey> keys)
    {
        Guard.Against.Null(stream);
        Guard.Against.Null(keys);

        using var snapshot = new SnapshotWriter(stream, SnapshotKind.Periods);
        SnapshotSettings.Write(snapshot.Entry, Settings(keys));
        snapshot.Entry.Write7BitEncodedInt(_periods.Count);
        snapshot.Entry.Write(_open is not null);
        _allTime.WriteMembers(snapshot, keys);
        foreach (var period in _periods)
        {
            SnapshotText.Write(snapshot.Entry, period);
            if (period == OpenPeriod)
                _open!.WriteMembers(snapshot, keys);
            else
                _closed[period].WriteMembers(snapshot, keys);
            snapshot.EndEntry();
        }

        snapshot.End();
    }

    /// <summary>
    /// Replaces all periods and members by those of a snapshot. The boards then answer as the saved ones did, in ties too. A stream is read to the
    /// end of the snapshot and stays open. The board of the open period is another one from then on, that of all time remains.
    /// </summary>
    /// <param name="stream">Where from.</param>
    /// <param name="keys">The form of the ids; the one that the snapshot was saved with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">
    /// The stream holds no snapshot of boards by period, one of another version, of boards with other options or another way with late writes, one
    /// that is cut off or one of which any bit changed; the message says which, and the boards are as before.
    /// </exception>
    public void Restore(Stream stream, ISnapshotKeys<TKey> keys)
    {
        Guard.Against.Null(stream);
        Guard.Against.Null(keys);

        using var snapshot = new SnapshotReader(stream, SnapshotKind.Periods);
        var entry = snapshot.NextEntry();
        SnapshotSettings.Check(entry, Settings(keys));
        var count = entry.Read7BitEncodedInt();
        var isOpen = entry.ReadBoolean();

        var restored = new PeriodLeaderboard<TKey>(_allTime.Options, _late, _sameId, _idOrder);
        restored._allTime.TakeOver(restored._allTime.ReadMembers(snapshot, keys));
        for (var at = 1; at <= count; at++)
        {
            var period = SnapshotText.Read(snapshot.NextEntry());
            restored._periods.Add(period);
            if (isOpen && at == count)
                restored.Begin(EmptyBoard().ReadMembers(snapshot, keys));
            else
                restored._closed.Add(period, FrozenLeaderboard<TKey>.Read(snapshot, keys, _allTime.Options, _sameId, _allTime.IdOrder));
        }

        snapshot.End();
        TakeOver(restored);
    }

    private void TakeOver(PeriodLeaderboard<TKey> other)
    {
        _allTime.TakeOver(other._allTime);
        (_periods, _closed, _open, _openView) = (other._periods, other._closed, other._open, other._openView);
    }

    private IEnumerable<(string Name, string Value)> Settings(ISnapshotKeys<TKey> keys) =>
        _allTime.Settings(keys).Prepend(("what becomes of late writes", $"{_late}"));
}
