using CampaignKit.Calendars;
using CampaignKit.Leaderboards;

namespace CampaignKit;

/// <summary>
/// The board of a unit in a period, or in the whole campaign. Once its period is long over it is frozen, which takes less memory; a late
/// check-in or a void makes it live again.
/// </summary>
/// <param name="period">The period; null for the whole campaign.</param>
internal sealed class BoardOfPeriod(CampaignPeriod? period)
{
    private Leaderboard<string>? _live = new();
    private FrozenLeaderboard<string>? _frozen;

    public CampaignPeriod? Period => period;

    public bool IsFrozen => _frozen is not null;

    public Standings<string> Standings => (Standings<string>?)_live ?? _frozen!;

    public void Post(string participant, long quantity)
    {
        var board = Live();

        // Who has nothing left after a void is off the board, as if it had never happened.
        if (board.Increment(participant, quantity).After == 0)
            board.Remove(participant);
    }

    public void Close()
    {
        _frozen ??= _live!.Freeze();
        _live = null;
    }

    private Leaderboard<string> Live()
    {
        if (_live is { } live)
            return live;

        // In the order of places those who reached a score first come first, so the order of ties stays.
        live = new Leaderboard<string>();
        live.Load(_frozen!.Select(standing => (standing.Id, standing.Score)));
        (_live, _frozen) = (live, null);
        return live;
    }
}
