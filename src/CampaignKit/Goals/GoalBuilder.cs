namespace CampaignKit;

/// <summary>
/// Defines a goal in code, within <see cref="CampaignBuilder.Goal"/>: what is counted (<see cref="Sum"/> or <see cref="Distinct"/>) and
/// the value it <see cref="Reaches"/>. Unless latched, a goal reopens when voided records take it below that value.
/// </summary>
public sealed class GoalBuilder
{
    private Goal _goal;

    internal GoalBuilder(string id) => _goal = new Goal(id, Unit: "", Reaches: 0, Latched: false);

    /// <summary>Counts the total of a unit that is a sum.</summary>
    public GoalBuilder Sum(string unit) => With(_goal with { Unit = Guard.Against.Null(unit), IsDistinct = false });

    /// <summary>Counts the filled slots of a unit that is a set.</summary>
    public GoalBuilder Distinct(string unit) => With(_goal with { Unit = Guard.Against.Null(unit), IsDistinct = true });

    /// <summary>The value at which it is met, at least 1.</summary>
    public GoalBuilder Reaches(long value) => With(_goal with { Reaches = value });

    /// <summary>Once met it stays met, also when records are voided.</summary>
    public GoalBuilder Latched() => With(_goal with { Latched = true });

    internal Goal Build() => _goal;

    private GoalBuilder With(Goal goal)
    {
        _goal = goal;
        return this;
    }
}
