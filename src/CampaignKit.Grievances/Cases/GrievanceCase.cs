using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// A case as its events have made it. Immutable: <see cref="Evolve"/> gives the case after one more event, and the same events always give an
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

    /// <summary>When it came into its state.</summary>
    public Instant? ChangedAt { get; private init; }

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
    public GrievanceCase Evolve(CaseEvent happened)
    {
        Guard.Against.Null(happened);
        var step = happened.Command;
        var reopened = happened.IsOpen && ClosedAt is not null;
        return this with
        {
            State = happened.To,
            IsOpen = happened.IsOpen,
            Unit = step.Unit ?? Unit,
            Category = step.Category ?? Category,
            OpenedAt = OpenedAt ?? step.At,
            ClosedAt = happened.IsOpen ? null : ClosedAt ?? step.At,
            ChangedAt = step.At,
            Contacted = step.Contacted ?? (reopened ? null : Contacted),
            Resolved = step.Resolved ?? (reopened ? null : Resolved),
            Answer = step.Answer ?? (reopened ? null : Answer),
            Reopenings = Reopenings + (reopened ? 1 : 0),
        };
    }

    /// <summary>The case as a row of a <see cref="CaseTable"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing has happened to the case yet.</exception>
    public CaseRecord ToRecord() => new(OpenedAt ?? throw new InvalidOperationException($"Case {Id} has not begun."))
    {
        Id = Id,
        Closed = ClosedAt,
        Unit = Unit ?? "",
        Category = Category ?? "",
        Contacted = Contacted,
        Resolved = Resolved,
        Answer = Answer,
    };
}
