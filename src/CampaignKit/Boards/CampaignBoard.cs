using CampaignKit.Calendars;
using CampaignKit.Leaderboards;

namespace CampaignKit;

/// <summary>
/// The board of a summed unit, over the whole campaign or one period: most first, within a score who reached it earliest, competition
/// ranks. It shows the record as far as it has been folded; wait for a position to see one's own write. Safe to use from any thread;
/// each answer comes from one state.
/// </summary>
public sealed class CampaignBoard
{
    private readonly CampaignView _view;

    internal CampaignBoard(CampaignView view, string unit, CampaignPeriod? period)
    {
        _view = view;
        Unit = unit;
        Period = period;
    }

    /// <summary>The id of the unit.</summary>
    public string Unit { get; }

    /// <summary>The period; null for the whole campaign.</summary>
    public CampaignPeriod? Period { get; }

    /// <summary>How many people are on the board.</summary>
    public int Count => Ask(board => board.Count);

    /// <summary>Where someone stands; null for someone who is not on the board.</summary>
    /// <param name="participant">The host's key of the person.</param>
    public Standing<string>? this[ParticipantId participant] => Ask(board => board[participant.Value]);

    /// <summary>The first so many.</summary>
    /// <param name="n">How many, at least 0.</param>
    public IReadOnlyList<Standing<string>> Top(int n) => Ask(board => board.Top(n));

    /// <summary>A page of the board.</summary>
    /// <param name="skip">How many to leave out before it, at least 0.</param>
    /// <param name="take">How many it has at the most, at least 0.</param>
    public IReadOnlyList<Standing<string>> Page(int skip, int take) => Ask(board => board.Page(skip, take));

    /// <summary>Someone and their neighbours; a full window also at the edges; empty for someone who is not on the board.</summary>
    /// <param name="participant">The host's key of the person.</param>
    /// <param name="radius">How many on each side, at least 0.</param>
    public IReadOnlyList<Standing<string>> Around(ParticipantId participant, int radius) => Ask(board => board.Around(participant.Value, radius));

    /// <summary>The share of the board that stands below someone, in percent; null for someone who is not on the board.</summary>
    /// <param name="participant">The host's key of the person.</param>
    public double? PercentileOf(ParticipantId participant) => Ask(board => board.PercentileOf(participant.Value));

    private T Ask<T>(Func<Standings<string>, T> question) => _view.Board(Unit, Period, question);
}
