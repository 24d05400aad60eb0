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

    public Goal Goal => goal;

    /// <summary>When the record says it was met; null while it is not.</summary>
    public Instant? MetAt { get; private set; }

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
        MetAt = metAt;
    }

    public IEnumerable<CampaignEvent> Unrecorded() => _turns.Skip(_recorded);
}
