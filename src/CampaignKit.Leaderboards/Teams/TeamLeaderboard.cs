namespace CampaignKit.Leaderboards;

/// <summary>
/// A board of teams, ranked by what their members score: the sum, the mean, the mean of the best, the median, or the sum for each head. What a
/// member scores counts for the team it is in at that time and stays there when it moves.
/// </summary>
/// <remarks>
/// A team has the scores of those who scored for it, be they still in it or not, and a 0 of each who is in it and has not yet, if these count
/// (<see cref="TeamOptions.CountsIdle"/>). Teams of one score stand earliest first. A write is O(log n) in the members of a team and in the
/// teams, plus a move in memory of a reference for each team that it overtakes or that overtakes it. Not thread-safe: many threads may read at
/// the same time, but not while one writes.
/// </remarks>
/// <typeparam name="TKey">The type of member ids.</typeparam>
/// <typeparam name="TTeam">The type of team ids.</typeparam>
public sealed partial class TeamLeaderboard<TKey, TTeam>
    where TKey : notnull
    where TTeam : notnull
{
    private static readonly ScoreChange NoTeam = new(WriteOutcome.Skipped, null, null);

    private readonly IEqualityComparer<TKey>? _sameMember;
    private Dictionary<TTeam, Team<TKey, TTeam>> _teams;
    private Dictionary<TKey, Team<TKey, TTeam>> _teamOf;
    private TeamRanking<TKey, TTeam> _ranking;

    /// <summary>An empty board.</summary>
    /// <param name="options">How teams are scored and ranked; the defaults of <see cref="TeamOptions"/> if null.</param>
    /// <param name="sameMember">When two ids are the same member; the type's own equality if null.</param>
    /// <param name="sameTeam">When two ids are the same team; the type's own equality if null.</param>
    /// <exception cref="ArgumentException">An option is not a value of its enumeration, or a number is below 1.</exception>
    public TeamLeaderboard(TeamOptions? options = null, IEqualityComparer<TKey>? sameMember = null, IEqualityComparer<TTeam>? sameTeam = null)
    {
        Options = options ?? new TeamOptions();
        Guard.Against.EnumOutOfRange(Options.Aggregate);
        Guard.Against.EnumOutOfRange(Options.Order);
        Guard.Against.EnumOutOfRange(Options.Ranking);
        Guard.Against.NegativeOrZero(Options.Best);
        Guard.Against.NegativeOrZero(Options.MinimumSize);
        _sameMember = sameMember;
        _teams = new Dictionary<TTeam, Team<TKey, TTeam>>(sameTeam);
        _teamOf = new Dictionary<TKey, Team<TKey, TTeam>>(sameMember);
        _ranking = new TeamRanking<TKey, TTeam>(Options.Order);
    }

    /// <summary>What the board was told at its construction.</summary>
    public TeamOptions Options { get; }

    /// <summary>How many teams are ranked.</summary>
    public int Count => _ranking.Count;

    /// <summary>Where a team stands, ranked in the board's style; null if it is not ranked.</summary>
    /// <exception cref="ArgumentNullException">The team is null.</exception>
    public TeamStanding<TTeam>? this[TTeam team] => StandingOf(team);

    /// <summary>Puts a member into a team, from another if it is in one, where its credit stays.</summary>
    /// <returns>Whether it was not in that team already.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public bool Join(TKey member, TTeam team)
    {
        Guard.Against.Null(member);
        var joined = TeamNamed(Guard.Against.Null(team));
        if (_teamOf.TryGetValue(member, out var left) && left == joined)
            return false;

        Leave(member);
        _teamOf[member] = joined;
        joined.Enter(member);
        _ranking.Update(joined);
        return true;
    }

    /// <summary>Takes a member out of its team, where its credit stays.</summary>
    /// <returns>Whether it was in a team.</returns>
    /// <exception cref="ArgumentNullException">The member is null.</exception>
    public bool Leave(TKey member)
    {
        if (!_teamOf.Remove(Guard.Against.Null(member), out var left))
            return false;

        left.Leave(member);
        _ranking.Update(left);
        return true;
    }

    /// <summary>Whether a member is in a team, and in which.</summary>
    /// <exception cref="ArgumentNullException">The member is null.</exception>
    public bool TryGetTeam(TKey member, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TTeam team)
    {
        var isInOne = _teamOf.TryGetValue(Guard.Against.Null(member), out var found);
        team = isInOne ? found!.Id : default;
        return isInOne;
    }

    /// <summary>Sets what a member has scored for the team it is in, its earlier teams aside; <see cref="WriteOutcome.Skipped"/> if it is in none.</summary>
    /// <exception cref="ArgumentNullException">The member is null.</exception>
    public ScoreChange Set(TKey member, long score) => Write(member, new ScoreWrite(ScoreWriteKind.Set, score));

    /// <summary>Sets what a member has scored for the team it is in, if it is better; <see cref="WriteOutcome.Skipped"/> if it is in none.</summary>
    /// <exception cref="ArgumentNullException">The member is null.</exception>
    public ScoreChange SetIfBetter(TKey member, long score) => Write(member, new ScoreWrite(ScoreWriteKind.SetIfBetter, score));

    /// <summary>Adds to what a member has scored for the team it is in; <see cref="WriteOutcome.Skipped"/> if it is in none.</summary>
    /// <param name="member">The member.</param>
    /// <param name="by">What is added; a negative number takes away.</param>
    /// <exception cref="ArgumentNullException">The member is null.</exception>
    /// <exception cref="OverflowException">The sum is no 64-bit integer; the board is as before.</exception>
    public ScoreChange Increment(TKey member, long by = 1) => Write(member, new ScoreWrite(ScoreWriteKind.Increment, by));

    /// <summary>Says how many heads a team has, for <see cref="TeamAggregate.PerHead"/>; a team without is not ranked by it.</summary>
    /// <exception cref="ArgumentNullException">The team is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="heads"/> is zero or negative.</exception>
    public void SetHeads(TTeam team, int heads)
    {
        Guard.Against.NegativeOrZero(heads);
        var counted = TeamNamed(Guard.Against.Null(team));
        counted.Heads = heads;
        _ranking.Update(counted);
    }

    /// <summary>Takes a member off the board with all its credit, in every team. O(number of teams).</summary>
    /// <returns>Whether it was in a team or had credit in one.</returns>
    /// <exception cref="ArgumentNullException">The member is null.</exception>
    public bool Remove(TKey member)
    {
        var isRemoved = _teamOf.Remove(Guard.Against.Null(member));
        foreach (var team in _teams.Values)
        {
            if (team.Remove(member))
            {
                _ranking.Update(team);
                isRemoved = true;
            }
        }

        return isRemoved;
    }

    /// <summary>The board of a team's members, with what they scored for it; null if there is no such team.</summary>
    /// <exception cref="ArgumentNullException">The team is null.</exception>
    public Standings<TKey>? MembersOf(TTeam team) => _teams.GetValueOrDefault(Guard.Against.Null(team))?.View;

    /// <summary>Where a team stands; null if it is not ranked: unknown, too small, or without heads.</summary>
    /// <param name="team">The team.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentNullException">The team is null.</exception>
    public TeamStanding<TTeam>? StandingOf(TTeam team, RankStyle? ranking = null)
    {
        var style = StyleOf(ranking);
        return _teams.TryGetValue(Guard.Against.Null(team), out var found) && found.Ranked is not null
            ? StandingAt(_ranking.PlaceOf(found), style)
            : null;
    }

    /// <summary>The first <paramref name="n"/> teams in order; all if there are fewer.</summary>
    /// <param name="n">How many.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative.</exception>
    public IReadOnlyList<TeamStanding<TTeam>> Top(int n, RankStyle? ranking = null) => List(0, Guard.Against.Negative(n), StyleOf(ranking));

    /// <summary>Teams in order, from a place on; fewer than asked, or none, at the end.</summary>
    /// <param name="skip">How many teams are passed over.</param>
    /// <param name="take">How many teams are listed.</param>
    /// <param name="ranking">How ranks are counted; the board's style if null.</param>
    /// <exception cref="ArgumentException"><paramref name="skip"/> or <paramref name="take"/> is negative.</exception>
    public IReadOnlyList<TeamStanding<TTeam>> Page(int skip, int take, RankStyle? ranking = null) =>
        List(Guard.Against.Negative(skip), Guard.Against.Negative(take), StyleOf(ranking));

    private ScoreChange Write(TKey member, in ScoreWrite write)
    {
        if (!_teamOf.TryGetValue(Guard.Against.Null(member), out var team))
            return NoTeam;

        var change = team.Write(member, in write);
        _ranking.Update(team);
        return change;
    }

    private Team<TKey, TTeam> TeamNamed(TTeam id)
    {
        if (!_teams.TryGetValue(id, out var team))
            _teams.Add(id, team = new Team<TKey, TTeam>(id, Options, _sameMember));
        return team;
    }

    private TeamStanding<TTeam>[] List(int skip, int take, RankStyle style)
    {
        var list = new TeamStanding<TTeam>[Math.Clamp(Count - skip, 0, take)];
        for (var at = 0; at < list.Length; at++)
        {
            if (at == 0 || style == RankStyle.Ordinal)
                list[at] = StandingAt(skip + at, style);
            else if (_ranking[skip + at].Ranked == list[at - 1].Score)
                list[at] = StandingAt(skip + at, list[at - 1].Rank);
            else
                list[at] = style == RankStyle.Dense ? StandingAt(skip + at, list[at - 1].Rank + 1) : StandingAt(skip + at, style);
        }

        return list;
    }

    private TeamStanding<TTeam> StandingAt(int place, RankStyle style) => StandingAt(place, _ranking.RankAt(place, style));

    private TeamStanding<TTeam> StandingAt(int place, int rank)
    {
        var team = _ranking[place];
        return new TeamStanding<TTeam>(rank, team.Ranked!.Value, team.Id, team.Members.Count);
    }

    private RankStyle StyleOf(RankStyle? ranking) => ranking is { } style ? Guard.Against.EnumOutOfRange(style, nameof(ranking)) : Options.Ranking;
}
