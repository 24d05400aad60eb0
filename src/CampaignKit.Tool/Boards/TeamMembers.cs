namespace CampaignKit.Tool.Boards;

/// <summary>The members of each team: the places at which those with a score arrived, in order, and how many have none.</summary>
internal sealed class TeamMembers
{
    private readonly int[] _ends;
    private readonly int[] _places;
    private readonly int[] _idle;

    /// <param name="arrived">The members with a score in the order in which they came to it.</param>
    /// <param name="scored">How many members have a score; they have the first numbers.</param>
    /// <param name="teams">Who is in which team.</param>
    /// <param name="unteamed">Hears of each member who has a score and no team.</param>
    public TeamMembers(int[] arrived, int scored, TeamTable teams, Action<int>? unteamed)
    {
        _idle = new int[teams.Teams.Count];
        for (var member = scored; member < teams.MemberEnd; member++)
        {
            if (teams.TeamOf(member) is { } team)
                _idle[team]++;
        }

        var next = new int[teams.Teams.Count + 1];
        foreach (var member in arrived)
        {
            if (teams.TeamOf(member) is { } team)
                next[team + 1]++;
            else
                unteamed?.Invoke(member);
        }

        for (var team = 1; team < next.Length; team++)
            next[team] += next[team - 1];
        _places = new int[next[^1]];
        for (var place = 0; place < arrived.Length; place++)
        {
            if (teams.TeamOf(arrived[place]) is { } team)
                _places[next[team]++] = place;
        }

        // Each start has moved to its end.
        _ends = next;
    }

    /// <summary>How many members of a team have no score.</summary>
    public int IdleIn(int team) => _idle[team];

    /// <summary>The places at which the scores of a team's members arrived, ascending.</summary>
    public ReadOnlySpan<int> PlacesIn(int team)
    {
        var start = team == 0 ? 0 : _ends[team - 1];
        return _places.AsSpan(start, _ends[team] - start);
    }
}
