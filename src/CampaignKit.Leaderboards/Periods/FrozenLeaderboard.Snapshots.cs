namespace CampaignKit.Leaderboards;

public sealed partial class FrozenLeaderboard<TKey>
{
    internal void WriteMembers(SnapshotWriter snapshot, ISnapshotKeys<TKey> keys)
    {
        snapshot.Entry.Write7BitEncodedInt(Count);
        var before = 0L;
        foreach (var member in MembersOf(this))
        {
            keys.Write(snapshot.Entry, member.Id);
            ZigZag.Write(snapshot.Entry, unchecked(member.Score - before));
            before = member.Score;
            if (_seconds is not null)
                ZigZag.Write(snapshot.Entry, member.Second);
            snapshot.EndEntry();
        }
    }

    internal static FrozenLeaderboard<TKey> Read(
        SnapshotReader snapshot, ISnapshotKeys<TKey> keys, LeaderboardOptions options, IEqualityComparer<TKey>? sameId, IComparer<TKey>? idOrder)
    {
        var count = snapshot.NextEntry().Read7BitEncodedInt();
        return new FrozenLeaderboard<TKey>(options, idOrder, sameId, count, Members());

        IEnumerable<Standing<TKey>> Members()
        {
            var score = 0L;
            for (var at = 0; at < count; at++)
            {
                var entry = snapshot.NextEntry();
                var id = keys.Read(entry);
                score = unchecked(score + ZigZag.Read(entry));
                yield return new Standing<TKey>(0, score, id) { Second = options.HasSecondScores ? ZigZag.Read(entry) : 0 };
            }
        }
    }
}
