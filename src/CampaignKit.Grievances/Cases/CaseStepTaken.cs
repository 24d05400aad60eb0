namespace CampaignKit.Grievances;

/// <summary>A step was taken with a case.</summary>
/// <param name="Command">The command that was accepted.</param>
/// <param name="From">The state of the case before.</param>
/// <param name="To">The state of the case after.</param>
/// <param name="IsOpen">Whether the case is open after it.</param>
/// <param name="Life">The life by which it was judged, such as <c>hotline v1</c>.</param>
public sealed record CaseStepTaken(CaseCommand Command, string From, string To, bool IsOpen, string Life) : CaseEvent
{
    /// <summary>Whether the clocks of the case pause after it.</summary>
    public bool IsPausing { get; init; }

    /// <summary>The level of the case after it, if it was escalated.</summary>
    public int? Level { get; init; }

    /// <summary>The case that it follows from now on, if it was merged.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The earlier cases that this one repeats, from the earliest; null if it does not begin the case or repeats none.</summary>
    public IReadOnlyList<string>? Repeats { get; init; }

    /// <inheritdoc/>
    public bool Equals(CaseStepTaken? other) =>
        other is not null
        && (Command, From, To, IsOpen, Life) == (other.Command, other.From, other.To, other.IsOpen, other.Life)
        && (IsPausing, Level, MergedInto) == (other.IsPausing, other.Level, other.MergedInto)
        && (Repeats ?? []).SequenceEqual(other.Repeats ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Command, From, To, MergedInto);
}
