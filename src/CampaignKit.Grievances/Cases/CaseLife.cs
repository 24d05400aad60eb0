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
/// <para>A step without <c>from</c> begins a case. <c>needs</c> lists unit, category, reason, answer, contacted or resolved; <c>within</c> is an
/// ISO 8601 duration of days or less since the case came into its state. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class CaseLife
{
    /// <summary>The state of a case to which nothing has happened yet.</summary>
    public const string Start = "(start)";

    private readonly FrozenDictionary<(string State, string Action), CaseTransition> _steps;
    private readonly FrozenSet<string> _open;

    internal CaseLife(string name, int version, IReadOnlyList<string> open, IReadOnlyList<string> settled, IReadOnlyList<CaseTransition> transitions)
    {
        Name = name;
        Version = version;
        States = [.. open, .. settled];
        Transitions = transitions;
        _open = open.ToFrozenSet();
        _steps = transitions.ToFrozenDictionary(t => (t.From, t.Action));
    }

    /// <summary>
    /// The default: received, assigned, answered, resolved, called back, rated, closed, with transfer, rejection with a reason, and
    /// reopening within ten days. A case is open until it is resolved, rejected or called back.
    /// </summary>
    public static CaseLife Hotline { get; } = Parse(HotlineJson);

    /// <summary>The text of <see cref="Hotline"/>.</summary>
    public const string HotlineJson =
        """
        {
          "life": "hotline", "version": 1,
          "open": ["received", "assigned", "answered"],
          "settled": ["resolved", "rejected", "called back", "rated", "closed"],
          "steps": [
            { "action": "receive", "to": "received", "needs": ["category"] },
            { "action": "assign", "from": ["received"], "to": "assigned", "needs": ["unit"] },
            { "action": "transfer", "from": ["assigned"], "to": "assigned", "needs": ["unit", "reason"] },
            { "action": "reject", "from": ["received", "assigned"], "to": "rejected", "needs": ["reason"] },
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

    /// <summary>Judges a command: what happens to the case, or why nothing does. Pure, so the same question has the same answer.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CaseDecision Decide(GrievanceCase grievance, CaseCommand command)
    {
        Guard.Against.Null(grievance);
        Guard.Against.Null(command);

        if (Step(grievance.State, command.Action) is not { } step)
            return new CaseRefused(new StepNotAllowed(command.Action, grievance.State, [.. Transitions.Where(t => t.From == grievance.State).Select(t => t.Action)]));
        return WhyNot(grievance, command, step) is { } why
            ? new CaseRefused(why)
            : new CaseAccepted([new CaseEvent(command, step.From, step.To, _open.Contains(step.To))]);
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
        if (step.Within is { } window && grievance.ChangedAt + window is { } until && command.At > until)
            return new WindowClosed(command.Action, until);
        return null;
    }
}
