namespace CampaignKit.Leaderboards;

public sealed partial class TeamLeaderboard<TKey, TTeam>
{
    /// <summary>
    /// Writes the whole board to a stream: all teams with what was scored for them, their heads and the order in which they reached their scores, and
    /// who is in which, with version and options, sealed by SHA-256. The stream stays open.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <param name="memberKeys">The form of the ids of members, such as <see cref="SnapshotKeys.Texts"/>.</param>
    /// <param name="teamKeys">The form of the ids of teams.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">An id takes more than 16 MiB.</exception>
    public void Save(Stream stream, ISnapshotKeys<TKey> memberKeys, ISnapshotKeys<TTeam> teamKeys)
    {
        Guard.Against.Null(stream);
        Guard.Against.Null(memberKeys);
        Guard.Against.Null(teamKeys);

        using var snapshot = new SnapshotWriter(stream, SnapshotKind.Teams);
        SnapshotSettings.Write(snapshot.Entry, Settings(memberKeys, teamKeys));
        snapshot.Entry.Write7BitEncodedInt(_teams.Count);
        snapshot.Entry.Write7BitEncodedInt(_teamOf.Count);
        var numbers = new Dictionary<Team<TKey, TTeam>, int>(_teams.Count);
        foreach (var team in _teams.Values)
        {
            numbers.Add(team, numbers.Count);
            teamKeys.Write(snapshot.Entry, team.Id);
            team.WriteTo(snapshot, memberKeys);
            snapshot.EndEntry();
        }

        foreach (var (member, team) in _teamOf)
        {
            memberKeys.Write(snapshot.Entry, member);
            snapshot.Entry.Write7BitEncodedInt(numbers[team]);
            snapshot.Entry.Write(team.IsIdle(member));
            snapshot.EndEntry();
        }

        snapshot.End();
    }

    /// <summary>
    /// Replaces all teams and members by those of a snapshot. The board then answers as the saved one did, in ties too. A stream is read to the end
    /// of the snapshot and stays open. Boards that <see cref="MembersOf"/> gave before stay those of before.
    /// </summary>
    /// <param name="stream">Where from.</param>
    /// <param name="memberKeys">The form of the ids of members; the one that the snapshot was saved with.</param>
    /// <param name="teamKeys">The form of the ids of teams; the one that the snapshot was saved with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDataException">
    /// The stream holds no snapshot of a board of teams, one of another version, of a board with other options, one that is cut off or one of which
    /// any bit changed; the message says which, and the board is as before.
    /// </exception>
    public void Restore(Stream stream, ISnapshotKeys<TKey> memberKeys, ISnapshotKeys<TTeam> teamKeys)
    {
        Guard.Against.Null(stream);
        Guard.Against.Null(memberKeys);
        Guard.Against.Null(teamKeys);

        using var snapshot = new SnapshotReader(stream, SnapshotKind.Teams);
        var entry = snapshot.NextEntry();
        SnapshotSettings.Check(entry, Settings(memberKeys, teamKeys));
        var (teamCount, memberCount) = (entry.Read7BitEncodedInt(), entry.Read7BitEncodedInt());

        var restored = new TeamLeaderboard<TKey, TTeam>(Options, _sameMember, _teams.Comparer);
        var teams = new List<Team<TKey, TTeam>>();
        for (var number = 0; number < teamCount; number++)
        {
            var team = new Team<TKey, TTeam>(teamKeys.Read(snapshot.NextEntry()), Options, _sameMember);
            team.ReadFrom(snapshot, memberKeys);
            if (!restored._teams.TryAdd(team.Id, team))
                throw new InvalidDataException($"The team {team.Id} is in the snapshot twice; a board with the same comparer of ids would not have saved it so.");
            teams.Add(team);
        }

        for (var at = 0; at < memberCount; at++)
        {
            entry = snapshot.NextEntry();
            var member = memberKeys.Read(entry);
            var team = teams[entry.Read7BitEncodedInt()];
            if (!restored._teamOf.TryAdd(member, team))
                throw new InvalidDataException($"The member {member} is in the snapshot twice; a board with the same comparer of ids would not have saved it so.");
            if (entry.ReadBoolean())
                team.SetIdle(member);
        }

        snapshot.End();
        foreach (var team in teams.OrderBy(team => team.Reached))
            restored._ranking.Update(team);
        (_teams, _teamOf, _ranking) = (restored._teams, restored._teamOf, restored._ranking);
    }

    private (string Name, string Value)[] Settings(ISnapshotKeys<TKey> memberKeys, ISnapshotKeys<TTeam> teamKeys) =>
    [
        ("the form of the ids of members", memberKeys.Name),
        ("the form of the ids of teams", teamKeys.Name),
        (nameof(Options.Aggregate), $"{Options.Aggregate}"),
        (nameof(Options.Best), $"{Options.Best}"),
        (nameof(Options.MinimumSize), $"{Options.MinimumSize}"),
        (nameof(Options.CountsIdle), $"{Options.CountsIdle}"),
        (nameof(Options.Order), $"{Options.Order}"),
        (nameof(Options.Ranking), $"{Options.Ranking}"),
    ];
}
