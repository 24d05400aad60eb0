using System.Runtime.InteropServices;

namespace CampaignKit.Leaderboards;

/// <summary>
/// The ranked teams in order: by score, then earliest first. A sorted list: finding is O(log n), a
/// change moves the references between the old place and the new.
/// </summary>
internal sealed class TeamRanking<TKey, TTeam>(ScoreOrder order)
    where TKey : notnull
    where TTeam : notnull
{
    private readonly List<Team<TKey, TTeam>> _teams = [];
    private long _changes;

    public int Count => _teams.Count;

    public Team<TKey, TTeam> this[int place] => _teams[place];

    /// <summary>Puts a team where its score belongs; takes it out if it has none to be ranked by.</summary>
    public void Update(Team<TKey, TTeam> team)
    {
        TeamScore? score = team.IsLargeEnough ? team.Score() : null;
        if (score == team.Ranked)
            return;

        if (team.Ranked is null)
            _teams.Insert(CountBefore(score!.Value, long.MaxValue), team);
        else if (score is null)
            _teams.RemoveAt(PlaceOf(team));
        else
            Move(team, score.Value);
        team.Ranked = score;
        team.Reached = _changes++;
    }

    /// <summary>How many teams stand before a ranked one.</summary>
    public int PlaceOf(Team<TKey, TTeam> team) => CountBefore(team.Ranked!.Value, team.Reached);

    /// <summary>The rank of the team at a place.</summary>
    public int RankAt(int place, RankStyle style)
    {
        var score = _teams[place].Ranked!.Value;
        return style switch
        {
            RankStyle.Ordinal => place + 1,
            RankStyle.ModifiedCompetition => CountBefore(score, long.MaxValue),
            RankStyle.Dense => Enumerable.Range(1, place).Count(at => _teams[at].Ranked != _teams[at - 1].Ranked) + 1,
            _ => CountBefore(score, long.MinValue) + 1,
        };
    }

    /// <summary>Moves a team behind all that have its new score; the others between its places close up.</summary>
    private void Move(Team<TKey, TTeam> team, TeamScore score)
    {
        var teams = CollectionsMarshal.AsSpan(_teams);
        var from = PlaceOf(team);
        var to = CountBefore(score, long.MaxValue);
        if (to > from)
            teams[(from + 1)..to--].CopyTo(teams[from..]);
        else
            teams[to..from].CopyTo(teams[(to + 1)..]);
        teams[to] = team;
    }

    /// <summary>How many teams have a better score, or the same and reached it before.</summary>
    private int CountBefore(TeamScore score, long reached)
    {
        var (low, high) = (0, _teams.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var compared = Compare(_teams[middle], score);
            if (compared < 0 || (compared == 0 && _teams[middle].Reached < reached))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Compare(Team<TKey, TTeam> team, TeamScore score) =>
        order == ScoreOrder.Descending ? score.CompareTo(team.Ranked!.Value) : team.Ranked!.Value.CompareTo(score);
}
