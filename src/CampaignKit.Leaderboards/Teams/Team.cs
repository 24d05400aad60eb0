namespace CampaignKit.Leaderboards;

/// <summary>One team: the scores that members made for it, and what they come to.</summary>
internal sealed class Team<TKey, TTeam>(TTeam id, TeamOptions options, IEqualityComparer<TKey>? sameMember)
    where TKey : notnull
    where TTeam : notnull
{
    private readonly HashSet<TKey> _idle = new(sameMember);
    private StandingsView<TKey>? _view;
    private Int128 _sum;

    public TTeam Id => id;

    /// <summary>The members who count, with what they scored for the team.</summary>
    public Leaderboard<TKey> Members { get; } = new(new LeaderboardOptions { Order = options.Order, Ranking = options.Ranking }, sameMember);

    public StandingsView<TKey> View => _view ??= new StandingsView<TKey>(Members);

    public int Heads { get; set; }

    /// <summary>The score as the order of teams has it; null if the team is not ranked.</summary>
    public TeamScore? Ranked { get; set; }

    /// <summary>When it reached that score, in the order of all teams' changes.</summary>
    public long Reached { get; set; }

    /// <summary>Whether the team is large enough to be ranked.</summary>
    public bool IsLargeEnough => Members.Count > 0 && (options.Aggregate == TeamAggregate.PerHead ? Heads : Members.Count) >= options.MinimumSize;

    public bool IsIdle(TKey member) => _idle.Contains(member);

    /// <summary>Says of a member with the score 0 that it has not scored yet.</summary>
    public void SetIdle(TKey member) => _idle.Add(member);

    /// <summary>A member comes in, who counts at once if idle ones do.</summary>
    public void Enter(TKey member)
    {
        if (options.CountsIdle && !Members.Contains(member))
        {
            Members.Set(member, 0);
            _idle.Add(member);
        }
    }

    /// <summary>A member goes; who scored goes on counting.</summary>
    public void Leave(TKey member)
    {
        if (_idle.Remove(member))
            Members.Remove(member);
    }

    public ScoreChange Write(TKey member, in ScoreWrite write)
    {
        // The first score replaces the 0 of an idle member even if it is worse.
        Leave(member);
        var change = write.On(Members, member);
        _sum += (Int128)(change.After ?? 0) - (change.Before ?? 0);
        return change;
    }

    public bool Remove(TKey member)
    {
        _idle.Remove(member);
        _sum -= Members.ScoreOf(member) ?? 0;
        return Members.Remove(member);
    }

    /// <summary>The score of the team, which has a member, and heads if these are counted.</summary>
    public TeamScore Score() => options.Aggregate switch
    {
        TeamAggregate.Mean => new TeamScore(_sum, Members.Count),
        TeamAggregate.BestMean => MeanAt(0, Math.Min(options.Best, Members.Count)),
        TeamAggregate.Median => MeanAt((Members.Count - 1) / 2, Members.Count % 2 == 0 ? 2 : 1),
        TeamAggregate.PerHead => new TeamScore(_sum, Heads),
        _ => new TeamScore(_sum, 1),
    };

    /// <summary>Writes all but the id and who is in the team.</summary>
    public void WriteTo(SnapshotWriter snapshot, ISnapshotKeys<TKey> keys)
    {
        snapshot.Entry.Write7BitEncodedInt(Heads);
        snapshot.Entry.Write7BitEncodedInt64(Reached);
        Members.WriteMembers(snapshot, keys);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote; the team is not ranked yet.</summary>
    public void ReadFrom(SnapshotReader snapshot, ISnapshotKeys<TKey> keys)
    {
        var entry = snapshot.NextEntry();
        Heads = entry.Read7BitEncodedInt();
        Reached = entry.Read7BitEncodedInt64();
        Members.TakeOver(Members.ReadMembers(snapshot, keys));
        _sum = Members.SumAt(0, Members.Count);
    }

    private TeamScore MeanAt(int place, int count) => new(Members.SumAt(place, count), count);
}
