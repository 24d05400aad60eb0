namespace CampaignKit.Grievances;

/// <summary>The phases of a case in order: all that its clocks are computed from. Immutable and safe for use from any thread.</summary>
public sealed class CaseTimeline
{
    private readonly int _merged;

    private CaseTimeline(IReadOnlyList<CasePhase> phases, string? original, int merged)
    {
        Phases = phases;
        Original = original;
        _merged = merged;
    }

    /// <summary>The phases in order, at least one.</summary>
    public IReadOnlyList<CasePhase> Phases { get; }

    /// <summary>The case that this one follows since it was merged; null if it lives a life of its own or <see cref="Following"/> was called.</summary>
    public string? Original { get; }

    /// <summary>The time line of the events of a case, in order.</summary>
    /// <exception cref="ArgumentException">There is no step among them.</exception>
    public static CaseTimeline Of(IEnumerable<CaseEvent> events)
    {
        var phases = new List<CasePhase>();
        string? original = null;
        var merged = 0;
        foreach (var step in Guard.Against.Null(events).OfType<CaseStepTaken>())
        {
            var category = step.Command.Category ?? phases.LastOrDefault()?.Category;
            var priority = step.Command.Priority ?? phases.LastOrDefault()?.Priority;
            phases.Add(new CasePhase(step.Command.At, step.To, step.IsOpen, step.IsPausing, category, priority));
            original = step.MergedInto ?? (step.From == step.To ? original : null);
            merged = step.MergedInto is null ? merged : phases.Count - 1;
        }

        Guard.Against.InvalidInput(phases, nameof(events), p => p.Count > 0, "A case that has not begun has no time line.");
        return new CaseTimeline(phases, original, merged);
    }

    /// <summary>
    /// The time line of a merged case with that of the case it follows: until it was merged it has its own states and pauses, from then on
    /// those of the original. Category and priority stay its own, and with them its targets.
    /// </summary>
    /// <param name="original">The time line of the original, with that of the case that it follows itself, if it does.</param>
    /// <exception cref="ArgumentException">The case was not merged, or the original began after that.</exception>
    public CaseTimeline Following(CaseTimeline original)
    {
        Guard.Against.Null(original);
        Guard.Against.InvalidInput(original, nameof(original), _ => Original is not null, "The case was not merged.");
        var merged = Phases[_merged];
        var then = original.Phases.LastOrDefault(p => p.From <= merged.From)
            ?? throw new ArgumentException("The original began after the case was merged.", nameof(original));
        var followed = original.Phases.Where(p => p.From > merged.From).Prepend(then with { From = merged.From });
        return new CaseTimeline([.. Phases.Take(_merged), .. followed.Select(p => p with { Category = merged.Category, Priority = merged.Priority })], null, 0);
    }
}
