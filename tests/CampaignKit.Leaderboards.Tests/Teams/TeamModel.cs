using System.Numerics;

namespace CampaignKit.Leaderboards.Tests;

/// <summary>The plain twin of a board of teams: who is where, who scored what for whom, and everything else counted when it is asked.</summary>
internal sealed class TeamModel(TeamOptions options)
{
    private readonly Dictionary<int, string> _teamOf = [];
    private readonly Dictionary<(string Team, int Member), long> _credit = [];
    private readonly Dictionary<string, int> _heads = [];
    private readonly Dictionary<string, ((BigInteger Total, BigInteger Per)? Score, int Reached)> _reached = [];
    private readonly List<string> _teams = [];
    private int _changes;

    public void Join(int member, string team) => Change(() =>
    {
        Name(team);
        _teamOf[member] = team;
    });

    public void Leave(int member) => Change(() => _teamOf.Remove(member));

    public void SetHeads(string team, int heads) => Change(() =>
    {
        Name(team);
        _heads[team] = heads;
    });

    public void Increment(int member, long by) => Change(() =>
    {
        if (_teamOf.TryGetValue(member, out var team))
            _credit[(team, member)] = _credit.GetValueOrDefault((team, member)) + by;
    });

    public void SetIfBetter(int member, long score) => Change(() =>
    {
        if (_teamOf.TryGetValue(member, out var team) && (!_credit.TryGetValue((team, member), out var held) || IsBetter(score, held)))
            _credit[(team, member)] = score;
    });

    public void Remove(int member) => Change(() =>
    {
        _teamOf.Remove(member);
        foreach (var credit in _credit.Keys.Where(credit => credit.Member == member).ToList())
            _credit.Remove(credit);
    });

    public List<(int Rank, string Team, string Score, int Size)> Listing(RankStyle style)
    {
        var ranked = _teams.Select(team => (Team: team, Score: ScoreOf(team))).Where(team => team.Score is not null)
            .Select(team => (team.Team, Score: team.Score!.Value, _reached[team.Team].Reached)).ToList();
        ranked.Sort((left, right) => Compare(left.Score, right.Score) is var byScore && byScore != 0 ? byScore : left.Reached.CompareTo(right.Reached));
        return [.. ranked.Select((team, at) => (RankOf(at), team.Team, Text(team.Score), ScoresOf(team.Team).Count))];

        int RankOf(int at) => style switch
        {
            RankStyle.Ordinal => at + 1,
            RankStyle.Competition => 1 + ranked.Count(other => Compare(other.Score, ranked[at].Score) < 0),
            RankStyle.ModifiedCompetition => ranked.Count(other => Compare(other.Score, ranked[at].Score) <= 0),
            _ => 1 + ranked.Where(other => Compare(other.Score, ranked[at].Score) < 0).Select(other => Text(other.Score)).Distinct().Count(),
        };
    }

    private static string Text((BigInteger Total, BigInteger Per) score)
    {
        var common = BigInteger.GreatestCommonDivisor(score.Total, score.Per);
        return score.Per == common ? $"{score.Total / common}" : $"{score.Total / common}/{score.Per / common}";
    }

    private void Name(string team)
    {
        if (!_teams.Contains(team))
            _teams.Add(team);
    }

    private void Change(Action change)
    {
        change();

        // Several teams change when a member of several is removed: in the order in which they were first named.
        foreach (var team in _teams)
        {
            var score = ScoreOf(team);
            var before = _reached.GetValueOrDefault(team).Score;
            if (score is null != before is null || (score is not null && Text(score.Value) != Text(before!.Value)))
                _reached[team] = (score, _changes++);
        }
    }

    private List<long> ScoresOf(string team)
    {
        var scores = _credit.Where(credit => credit.Key.Team == team).Select(credit => credit.Value).ToList();
        if (options.CountsIdle)
            scores.AddRange(_teamOf.Where(member => member.Value == team && !_credit.ContainsKey((team, member.Key))).Select(_ => 0L));
        return [.. options.Order == ScoreOrder.Descending ? scores.OrderDescending() : scores.Order()];
    }

    private (BigInteger Total, BigInteger Per)? ScoreOf(string team)
    {
        var scores = ScoresOf(team);
        var heads = _heads.GetValueOrDefault(team);
        if (scores.Count == 0 || (options.Aggregate == TeamAggregate.PerHead ? heads : scores.Count) < options.MinimumSize)
            return null;
        return options.Aggregate switch
        {
            TeamAggregate.Sum => (Sum(scores), 1),
            TeamAggregate.Mean => (Sum(scores), scores.Count),
            TeamAggregate.BestMean => (Sum(scores.Take(options.Best)), Math.Min(options.Best, scores.Count)),
            TeamAggregate.Median => ((BigInteger)scores[(scores.Count - 1) / 2] + scores[scores.Count / 2], 2),
            _ => (Sum(scores), heads),
        };
    }

    private static BigInteger Sum(IEnumerable<long> scores) => scores.Aggregate(BigInteger.Zero, (sum, score) => sum + score);

    private bool IsBetter(long score, long than) => options.Order == ScoreOrder.Descending ? score > than : score < than;

    private int Compare((BigInteger Total, BigInteger Per) left, (BigInteger Total, BigInteger Per) right)
    {
        var byScore = (left.Total * right.Per).CompareTo(right.Total * left.Per);
        return options.Order == ScoreOrder.Descending ? -byScore : byScore;
    }
}
