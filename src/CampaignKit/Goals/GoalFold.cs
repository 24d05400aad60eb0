using NodaTime;

namespace CampaignKit;

/// <summary>
/// Follows a goal's tally through the record. Each crossing of the threshold is a <em>turn</em>, numbered from 1; every host comes to
/// the same turns, and each is recorded once, as a fact of its own.
/// </summary>
internal sealed class GoalFold(Goal goal)
{
    private readonly List<CampaignEvent> _turns = [];
    private int _recorded;
    private Instant? _recordedMetAt;

    public Goal Goal => goal;

    /// <summary>
    /// When it was met; null while it is not. The fold's own latest turn tells, so that whoever has waited for a position sees it; unless the
    /// record holds more turns, as when a later definition asks for more: a goal met is a fact.
    /// </summary>
    public Instant? MetAt => _recorded > _turns.Count ? _recordedMetAt : (_turns.LastOrDefault() as GoalReached)?.At;

    public void Follow(long value, long position, Instant at)
    {
        var stands = _turns.Count % 2 == 1;
        if (!stands && value >= goal.Reaches)
            _turns.Add(new GoalReached(goal.Id, _turns.Count + 1, value, position, at));
        else if (stands && !goal.Latched && value < goal.Reaches)
            _turns.Add(new GoalReopened(goal.Id, _turns.Count + 1, value, position, at));
    }

    public void Recorded(int turn, Instant? metAt)
    {
        _recorded = turn;
        _recordedMetAt = metAt;
    }

    public IEnumerable<(string Goal, int Turn, CampaignEvent Fact)> Unrecorded() =>
        _turns.Index().Skip(_recorded).Select(turn => (goal.Id, turn.Index + 1, turn.Item));
}
