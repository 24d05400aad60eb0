using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// A case as its events have made it. Immutable: <see cref="Evolve(CaseEvent)"/> gives the case after one more event, and the same events always give an
/// equal case.
/// </summary>
public sealed record GrievanceCase
{
    private GrievanceCase(string id) => Id = id;

    /// <summary>The id of the case, the host's.</summary>
    public string Id { get; }

    /// <summary>The state; <see cref="CaseLife.Start"/> before the first step.</summary>
    public string State { get; private init; } = CaseLife.Start;

    /// <summary>Whether the case waits to be settled.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>The unit that handles it.</summary>
    public string? Unit { get; private init; }

    /// <summary>What it is about.</summary>
    public string? Category { get; private init; }

    /// <summary>When it began.</summary>
    public Instant? OpenedAt { get; private init; }

    /// <summary>When it was settled, by the first step that left it no longer open; null while it is open, also after reopening.</summary>
    public Instant? ClosedAt { get; private init; }

    /// <summary>When the last step was taken with it.</summary>
    public Instant? ChangedAt { get; private init; }

    /// <summary>When it came into its state; steps that stay in the state do not change this.</summary>
    public Instant? InStateSince { get; private init; }

    /// <summary>How urgent it is.</summary>
    public string? Priority { get; private init; }

    /// <summary>How far it was escalated; 0 if it was not.</summary>
    public int Level { get; private init; }

    /// <summary>Who complains, the host's opaque key.</summary>
    public string? Complainant { get; private init; }

    /// <summary>What exactly is complained of, the host's opaque key.</summary>
    public string? Subject { get; private init; }

    /// <summary>The earlier cases that it repeats, from the earliest.</summary>
    public IReadOnlyList<string> Repeats { get; private init; } = new CaseIds();

    /// <summary>The case that it follows as a duplicate; null if it lives a life of its own.</summary>
    public string? MergedInto { get; private init; }

    /// <summary>The cases that were merged into this one, in order.</summary>
    public IReadOnlyList<string> Duplicates { get; private init; } = new CaseIds();

    /// <summary>Whether the unit contacted the citizen, if anybody said so since the case was last opened.</summary>
    public bool? Contacted { get; private init; }

    /// <summary>Whether the matter was resolved, if anybody said so since the case was last opened.</summary>
    public bool? Resolved { get; private init; }

    /// <summary>How satisfied the citizen is, if they said so since the case was last opened.</summary>
    public string? Answer { get; private init; }

    /// <summary>How often it was reopened.</summary>
    public int Reopenings { get; private init; }

    /// <summary>A case to which nothing has happened yet.</summary>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public static GrievanceCase New(string id) => new(Guard.Against.NullOrWhiteSpace(id));

    /// <summary>The case after <paramref name="happened"/>, which is taken as it is and not judged again.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    public GrievanceCase Evolve(CaseEvent happened) => Guard.Against.Null(happened) switch
    {
        CaseStepTaken step => Evolve(step),
        DuplicateAdded added => this with { Duplicates = new CaseIds([.. Duplicates, added.Duplicate]) },
        _ => throw new ArgumentException($"An event of a case is a step or a duplicate, not {happened}.", nameof(happened)),
    };

    /// <summary>
    /// This merged case with the outcome of the case it follows: its unit, whether it is open, when it was settled and whether the matter was
    /// resolved. It is settled when the original is, but not before it was merged. Call-back and answer stay its own citizen's.
    /// </summary>
    /// <param name="original">The original, with the outcome of the case that it follows itself, if it does.</param>
    /// <exception cref="ArgumentException">The case does not follow <paramref name="original"/>.</exception>
    public GrievanceCase Following(GrievanceCase original)
    {
        Guard.Against.Null(original);
        Guard.Against.InvalidInput(original, nameof(original), o => o.Id == MergedInto, $"Case {Id} does not follow case {original.Id}.");
        return this with
        {
            IsOpen = original.IsOpen,
            ClosedAt = original.ClosedAt is { } closed ? Instant.Max(closed, ClosedAt ?? closed) : null,
            Unit = original.Unit,
            Resolved = original.Resolved,
        };
    }

    /// <summary>The case as a row of a <see cref="CaseTable"/>, a duplicate if it was merged.</summary>
    /// <param name="due">By when it is to be closed, such as a <see cref="CaseClock.Deadline"/>; null if it has no target.</param>
    /// <param name="replied">
    /// Whether the office replied to the citizen before it was closed, such as by a state among the phases of its <see cref="CaseTimeline"/>: which
    /// state that is, only the host's life knows. Null if nobody recorded it.
    /// </param>
    /// <exception cref="InvalidOperationException">Nothing has happened to the case yet.</exception>
    public CaseRecord ToRecord(Instant? due = null, bool? replied = null) =>
        new(OpenedAt ?? throw new InvalidOperationException($"Case {Id} has not begun."))
        {
            Id = Id,
            Closed = ClosedAt,
            Due = due,
            Unit = Unit ?? "",
            Category = Category ?? "",
            Contacted = Contacted,
            Resolved = Resolved,
            Answer = Answer,
            Duplicate = MergedInto is not null,
            Updated = ChangedAt,
            Replied = replied,
            Reopenings = Reopenings,
        };

    private GrievanceCase Evolve(CaseStepTaken happened)
    {
        var step = happened.Command;
        var reopened = happened.IsOpen && ClosedAt is not null;
        return this with
        {
            State = happened.To,
            IsOpen = happened.IsOpen,
            Unit = step.Unit ?? Unit,
            Category = step.Category ?? Category,
            Priority = step.Priority ?? Priority,
            Level = happened.Level ?? Level,
            Complainant = step.Complainant ?? Complainant,
            Subject = step.Subject ?? Subject,
            Repeats = happened.Repeats is { } repeats ? new CaseIds([.. repeats]) : Repeats,
            MergedInto = happened.MergedInto ?? (happened.From == happened.To ? MergedInto : null),
            OpenedAt = OpenedAt ?? step.At,
            ClosedAt = happened.IsOpen ? null : ClosedAt ?? step.At,
            ChangedAt = step.At,
            InStateSince = happened.From == happened.To ? InStateSince : step.At,
            Contacted = step.Contacted ?? (reopened ? null : Contacted),
            Resolved = step.Resolved ?? (reopened ? null : Resolved),
            Answer = step.Answer ?? (reopened ? null : Answer),
            Reopenings = Reopenings + (reopened ? 1 : 0),
        };
    }
}
