namespace CampaignKit.Leaderboards;

public sealed partial class Leaderboard<TKey>
{
    /// <summary>
    /// Writes the whole board to a stream: a version, the options, all members with scores, revisions and what is hidden, in an order that keeps
    /// ties, sealed by SHA-256. The stream stays open.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="keys">The form of the ids, such as <see cref="SnapshotKeys.Texts"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The id of a member takes more than 16 MiB.</exception>
    public void Save(Stream stream, ISnapshotKeys<TKey> keys)
    {
        Guard.Against.Null(stream);
        Guard.Against.Null(keys);

        using var snapshot = new SnapshotWriter(stream, SnapshotKind.Board);
        SnapshotSettings.Write(snapshot.Entry, Settings(keys));
        WriteMembers(snapshot, keys);
        snapshot.End();
    }

    /// <summary>
    /// Replaces all members of the board by those of a snapshot. The board then answers as the saved one did, in ties too. A stream is read to the
    /// end of the snapshot and stays open.
    /// </summary>
    /// <param name="stream">Where from.</param>
    /// <param name="keys">The form of the ids; the one that the snapshot was saved with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">
    /// The stream holds no snapshot, one of another version, of a board with other options, one that is cut off or one of which any bit changed;
    /// the message says which, and the board is as before.
    /// </exception>
    public void Restore(Stream stream, ISnapshotKeys<TKey> keys)
    {
        Guard.Against.Null(stream);
        Guard.Against.Null(keys);

        using var snapshot = new SnapshotReader(stream, SnapshotKind.Board);
        SnapshotSettings.Check(snapshot.NextEntry(), Settings(keys));
        var restored = ReadMembers(snapshot, keys);
        snapshot.End();
        TakeOver(restored);
    }

    internal (string Name, string Value)[] Settings(ISnapshotKeys<TKey> keys) =>
    [
        ("the form of the ids", keys.Name),
        (nameof(Options.Order), $"{Options.Order}"),
        (nameof(Options.Ranking), $"{Options.Ranking}"),
        (nameof(Options.Ties), $"{Options.Ties}"),
        (nameof(Options.SecondOrder), $"{Options.SecondOrder}"),
        (nameof(Options.RanksBySecondScore), $"{Options.RanksBySecondScore}"),
        (nameof(Options.LeavesZeroUnranked), $"{Options.LeavesZeroUnranked}"),
        (nameof(Options.KeepsRevisions), $"{Options.KeepsRevisions}"),
    ];

    internal void WriteMembers(SnapshotWriter snapshot, ISnapshotKeys<TKey> keys)
    {
        snapshot.Entry.Write7BitEncodedInt(Count);
        snapshot.Entry.Write7BitEncodedInt(UnrankedCount);

        var before = 0L;
        var run = new Seat[Math.Min(Count, LongestRun)];
        for (var saved = 0; saved < Count; saved += run.Length)
        {
            run = run[..Math.Min(run.Length, Count - saved)];
            CopyByArrival(saved, run);
            foreach (var seat in run)
                WriteMember(snapshot, keys, seat.Member, new Aside(ScoreAt(seat.Key), SecondOf(seat.Member), IsHidden: false), ref before);
        }

        foreach (var (member, aside) in _aside)
        {
            snapshot.Entry.Write(aside.IsHidden);
            WriteMember(snapshot, keys, member, aside, ref before);
        }
    }

    /// <summary>A board with the members that <see cref="WriteMembers"/> wrote; this one stays as it is.</summary>
    internal Leaderboard<TKey> ReadMembers(SnapshotReader snapshot, ISnapshotKeys<TKey> keys)
    {
        var entry = snapshot.NextEntry();
        var (ranked, unranked) = (entry.Read7BitEncodedInt(), entry.Read7BitEncodedInt());

        var restored = Empty();
        restored._order.Expect(ranked);
        var before = 0L;
        for (var at = 0; at < ranked; at++)
            restored.ReadMember(snapshot.NextEntry(), keys, isHidden: false, ref before);
        for (var at = 0; at < unranked; at++)
        {
            entry = snapshot.NextEntry();
            restored.ReadMember(entry, keys, isHidden: entry.ReadBoolean(), ref before);
        }

        restored._order.Expect(0);
        return restored;
    }

    /// <summary>Fills in the next seats in an order in which members of one score come by arrival: the board's, or where the latest is first, backwards.</summary>
    private void CopyByArrival(int passedOver, Span<Seat> seats)
    {
        if (Options.Ties != TieOrder.LatestFirst)
        {
            _order.CopyTo(passedOver, seats);
            return;
        }

        _order.CopyTo(Count - passedOver - seats.Length, seats);
        seats.Reverse();
    }

    private void WriteMember(SnapshotWriter snapshot, ISnapshotKeys<TKey> keys, int member, in Aside scores, ref long before)
    {
        keys.Write(snapshot.Entry, _roster[member]);
        ZigZag.Write(snapshot.Entry, unchecked(scores.Score - before));
        before = scores.Score;
        if (_seconds is not null)
            ZigZag.Write(snapshot.Entry, scores.Second);
        if (_revisions is not null)
            ZigZag.Write(snapshot.Entry, _revisions[member]);
        snapshot.EndEntry();
    }

    private void ReadMember(BinaryReader entry, ISnapshotKeys<TKey> keys, bool isHidden, ref long before)
    {
        var id = keys.Read(entry);
        before = unchecked(before + ZigZag.Read(entry));
        var second = _seconds is null ? 0 : ZigZag.Read(entry);
        var revision = _revisions is null ? long.MinValue : ZigZag.Read(entry);
        if (Contains(id))
            throw new InvalidDataException($"The member {id} is in the snapshot twice; a board with the same comparer of ids would not have saved it so.");
        Enter(id, new Aside(before, second, isHidden), revision);
    }
}
