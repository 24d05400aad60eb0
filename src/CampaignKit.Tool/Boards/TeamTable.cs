using CampaignKit.Leaderboards;

namespace CampaignKit.Tool.Boards;

/// <summary>Who is in which team, all by numbers; teams are numbered in the order of the file.</summary>
internal sealed class TeamTable
{
    private const int None = -1;

    private readonly PagedList<int> _teamOf = new();

    /// <summary>The names of the teams.</summary>
    public Utf8IdTable Teams { get; } = new();

    /// <summary>One more than the highest number of a member who is in a team.</summary>
    public int MemberEnd => _teamOf.Count;

    /// <summary>The team of a member; null if there is none.</summary>
    public int? TeamOf(int member) => member < _teamOf.Count && _teamOf[member] is not None and var team ? team : null;

    public void Put(int member, ReadOnlySpan<byte> team)
    {
        while (_teamOf.Count <= member)
            _teamOf.Add(None);
        _teamOf[member] = Teams.Add(team);
    }
}
