using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CampaignKit.Grievances;

/// <summary>
/// The life that cases can lead: states, and the steps between them, as versioned data.
/// </summary>
/// <remarks>
/// <para>Read by <see cref="Parse"/> or <see cref="Load"/> from JSON:</para>
/// <code>
/// {
///   "life": "small", "version": 1,
///   "open": ["received"], "settled": ["resolved"],
///   "steps": [
///     { "action": "receive", "to": "received", "needs": ["category"] },
///     { "action": "resolve", "from": ["received"], "to": "resolved", "roles": ["clerk"] },
///     { "action": "reopen", "from": ["resolved"], "to": "received", "needs": ["reason"], "within": "P10D" }
///   ]
/// }
/// </code>
/// <para>A step without <c>from</c> begins a case; one without <c>to</c> stays in the state. <c>needs</c> lists what must be said (<see cref="CaseDetail"/>);
/// <c>within</c> is an ISO 8601 duration of days or less since the case came into its state; <c>does</c> is <c>escalate</c> or <c>merge</c>
/// (<see cref="CaseEffect"/>). <c>pausing</c> lists the open states in which clocks pause, <c>levels</c> is the highest level of escalation, and
/// <c>repeats</c> says which complaints repeat earlier ones, as in <see cref="HotlineJson"/>; all three may be missing. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class CaseLife
{
    /// <summary>The state of a case to which nothing has happened yet.</summary>
    public const string Start = "(start)";

    private readonly FrozenDictionary<(string State, string Action), CaseTransition> _steps;
    private readonly FrozenSet<string> _open;
    private readonly FrozenSet<string> _pausing;

    internal CaseLife(
        string name, int version, IReadOnlyList<string> open, IReadOnlyList<string> settled, IReadOnlyList<string> pausing, IReadOnlyList<CaseTransition> transitions)
    {
        Name = name;
        Version = version;
        States = [.. open, .. settled];
        Pausing = pausing;
        Transitions = transitions;
        _open = open.ToFrozenSet();
        _pausing = pausing.ToFrozenSet();
        _steps = transitions.ToFrozenDictionary(t => (t.From, t.Action));
    }

    /// <summary>
    /// The default: received, assigned, waiting for the citizen (clocks pause), answered, resolved, called back, rated, closed, with transfer,
    /// rejection with a reason, escalation over three levels, merging of duplicates, and reopening within ten days. A case is open until it is
    /// resolved, rejected, merged or called back. Complaints of the same complainant and subject within 30 days are repeats.
    /// </summary>
    public static CaseLife Hotline { get; } = Parse(HotlineJson);

    /// <summary>The text of <see cref="Hotline"/>.</summary>
    public const string HotlineJson =
        """
        {
          "life": "hotline", "version": 1,
          "open": ["received", "assigned", "waiting", "answered"], "pausing": ["waiting"],
          "settled": ["resolved", "rejected", "called back", "rated", "merged", "closed"],
          "levels": 3,
          "repeats": { "by": ["complainant", "subject"], "within": "P30D" },
          "steps": [
            { "action": "receive", "to": "received", "needs": ["category"] },
            { "action": "classify", "from": ["received", "assigned", "waiting", "answered"], "needs": ["reason"] },
            { "action": "assign", "from": ["received"], "to": "assigned", "needs": ["unit"] },
            { "action": "transfer", "from": ["assigned"], "to": "assigned", "needs": ["unit", "reason"] },
            { "action": "reject", "from": ["received", "assigned"], "to": "rejected", "needs": ["reason"] },
            { "action": "wait", "from": ["assigned", "answered"], "to": "waiting", "needs": ["reason"] },
            { "action": "resume", "from": ["waiting"], "to": "assigned" },
            { "action": "escalate", "from": ["received", "assigned", "waiting", "answered"], "does": "escalate", "needs": ["reason"] },
            { "action": "merge", "from": ["received", "assigned", "waiting", "answered"], "to": "merged", "does": "merge" },
            { "action": "answer", "from": ["assigned"], "to": "answered" },
            { "action": "resolve", "from": ["assigned", "answered"], "to": "resolved" },
            { "action": "call back", "from": ["answered", "resolved"], "to": "called back", "needs": ["contacted", "resolved"] },
            { "action": "rate", "from": ["resolved", "called back"], "to": "rated", "needs": ["answer"] },
            { "action": "close", "from": ["resolved", "rejected", "called back", "rated"], "to": "closed" },
            { "action": "reopen", "from": ["resolved", "rejected", "called back", "rated", "closed"], "to": "received", "needs": ["reason"], "within": "P10D" }
          ]
        }
        """;

    /// <summary>What the life is called.</summary>
    public string Name { get; }

    /// <summary>Its version, from 1 on.</summary>
    public int Version { get; }

    /// <summary>The states: those in which a case is open, then those in which it is settled.</summary>
    public IReadOnlyList<string> States { get; }

    /// <summary>The open states in which the clocks of a case pause, such as waiting for the citizen.</summary>
    public IReadOnlyList<string> Pausing { get; }

    /// <summary>The highest level that a case can be escalated to; 0 if none can.</summary>
    public int Levels { get; internal init; }

    /// <summary>Which complaints are repeats of earlier ones; null if none are.</summary>
    public RepeatRule? Repeats { get; internal init; }

    /// <summary>The steps, one for each state in which it can be taken.</summary>
    public IReadOnlyList<CaseTransition> Transitions { get; }

    /// <summary>Reads a life from JSON.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DefinitionException">It is not usable; the message lists every flaw with path, value and rule.</exception>
    public static CaseLife Parse(string json) =>
        TryParse(json, out var life, out var flaws) ? life : throw new DefinitionException("The life of a case", flaws);

    /// <summary>Reads a life from JSON, or says in <paramref name="flaws"/> everything that is wrong with it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static bool TryParse(string json, [NotNullWhen(true)] out CaseLife? life, out IReadOnlyList<DefinitionFlaw> flaws)
    {
        Guard.Against.Null(json);
        life = DefinitionNode.Read(json, CaseLifeJson.Read, out flaws);
        return life is not null;
    }

    /// <summary>Reads a life from a file of JSON.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DefinitionException">It is not usable; the message lists every flaw with path, value and rule.</exception>
    public static CaseLife Load(string path) => Parse(File.ReadAllText(Guard.Against.NullOrEmpty(path)));

    /// <summary>The step of that name in that state; null if there is none.</summary>
    public CaseTransition? Step(string state, string action) => _steps.GetValueOrDefault((state, action));

    /// <summary>Judges a command that needs to know of no other case. Pure, so the same question has the same answer.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CaseDecision Decide(GrievanceCase grievance, CaseCommand command) => Decide(grievance, command, CaseSurroundings.None);

    /// <summary>Judges a command: what happens to the case, or why nothing does. Pure, so the same question has the same answer.</summary>
    /// <remarks>A merge into an original asks that the original's stream be written to as well, so that two merges cannot make a circle.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The original in <paramref name="others"/> is itself merged into another case.</exception>
    public CaseDecision Decide(GrievanceCase grievance, CaseCommand command, CaseSurroundings others)
    {
        Guard.Against.Null(grievance);
        Guard.Against.Null(command);
        Guard.Against.Null(others);
        Guard.Against.InvalidInput(others, nameof(others), o => o.Original?.MergedInto is null, "The original is the case at the end of the chain.");

        if (Step(grievance.State, command.Action) is not { } step)
        {
            var allowed = Transitions.Where(t => t.From == grievance.State).Select(t => t.Action);
            return new CaseRefused(new StepNotAllowed(command.Action, grievance.State, [.. allowed]) { CaseId = grievance.Id });
        }

        if (WhyNot(grievance, command, step) is { } why)
            return new CaseRefused(why);

        var taken = new CaseStepTaken(command, step.From, step.To, _open.Contains(step.To), ToString())
        {
            IsPausing = _pausing.Contains(step.To),
            Repeats = step.From == Start ? RepeatedBy(command, others.Earlier) : null,
        };
        return step.Effect switch
        {
            CaseEffect.Escalate => Escalated(grievance, taken),
            CaseEffect.Merge => Merged(grievance, taken, others.Original),
            _ => new CaseAccepted([taken]),
        };
    }

    /// <summary>Name and version: <c>hotline v1</c>.</summary>
    public override string ToString() => $"{Name} v{Version}";

    private static CaseRefusal? WhyNot(GrievanceCase grievance, CaseCommand command, CaseTransition step)
    {
        if (grievance.ChangedAt is { } last && command.At < last)
            return new StepOutOfOrder(command.Action, command.At, last);
        if (step.Roles.Count > 0 && !step.Roles.Contains(command.Role))
            return new RoleNotAllowed(command.Action, command.Role, step.Roles);
        if (step.Needs.Where(n => !command.Has(n)).ToArray() is { Length: > 0 } missing)
            return new DetailMissing(command.Action, missing);
        if (step.Within is { } window && grievance.InStateSince + window is { } until && command.At > until)
            return new WindowClosed(command.Action, until);
        return null;
    }

    private static CaseDecision Merged(GrievanceCase grievance, CaseStepTaken taken, GrievanceCase? original)
    {
        if (!taken.Command.Has(CaseDetail.Original))
            return new CaseRefused(new DetailMissing(taken.Command.Action, [CaseDetail.Original]));
        if (original?.OpenedAt is not { } opened || original.Id == grievance.Id)
            return new CaseRefused(new OriginalUnfit(grievance.Id, taken.Command.Original!, IsItself: original?.OpenedAt is not null));
        return taken.Command.At < opened
            ? new CaseRefused(new StepOutOfOrder(taken.Command.Action, taken.Command.At, opened))
            : new CaseAccepted([taken with { MergedInto = original.Id }]);
    }

    private CaseDecision Escalated(GrievanceCase grievance, CaseStepTaken taken)
    {
        var level = taken.Command.Level ?? grievance.Level + 1;
        return level > grievance.Level && level <= Levels
            ? new CaseAccepted([taken with { Level = level }])
            : new CaseRefused(new LevelNotAllowed(level, grievance.Level, Levels));
    }

    private string[]? RepeatedBy(CaseCommand command, IReadOnlyList<EarlierComplaint> earlier) =>
        Repeats is { } rule
        && earlier.Where(e => e.At <= command.At && command.At - e.At <= rule.Within).OrderBy(e => e.At).ThenBy(e => e.CaseId, StringComparer.Ordinal).ToArray()
            is { Length: > 0 } repeated
            ? [.. repeated.Select(e => e.CaseId)]
            : null;
}
