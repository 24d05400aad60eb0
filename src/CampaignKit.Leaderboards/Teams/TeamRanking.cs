namespace CampaignKit.Leaderboards;

/// <summary>The ranked teams in order: by score, then earliest first. A sorted list: finding is O(log n), changing moves references in memory.</summary>
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

        if (team.Ranked is not null)
            _teams.RemoveAt(PlaceOf(team));
        team.Ranked = score;
        team.Reached = _changes++;
        if (score is not null)
            _teams.Insert(PlaceOf(team), team);
    }

    /// <summary>How many teams stand before a ranked one.</summary>
    public int PlaceOf(Team<TKey, TTeam> team) =>
        CountWhile(other => Compare(other, team.Ranked!.Value) is var byScore && (byScore < 0 || (byScore == 0 && other.Reached < team.Reached)));

    /// <summary>The rank of the team at a place.</summary>
    public int RankAt(int place, RankStyle style)
    {
        var score = _teams[place].Ranked!.Value;
        return style switch
        {
            RankStyle.Ordinal => place + 1,
            RankStyle.ModifiedCompetition => CountWhile(other => Compare(other, score) <= 0),
            RankStyle.Dense => Enumerable.Range(1, place).Count(at => _teams[at].Ranked != _teams[at - 1].Ranked) + 1,
            _ => CountWhile(other => Compare(other, score) < 0) + 1,
        };
    }

    private int Compare(Team<TKey, TTeam> team, TeamScore score) =>
        order == ScoreOrder.Descending ? score.CompareTo(team.Ranked!.Value) : team.Ranked!.Value.CompareTo(score);

    private int CountWhile(Func<Team<TKey, TTeam>, bool> isBefore)
    {
        var (low, high) = (0, _teams.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (isBefore(_teams[middle]))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
