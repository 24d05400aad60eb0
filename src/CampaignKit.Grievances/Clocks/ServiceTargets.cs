using System.Diagnostics.CodeAnalysis;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// The clocks that cases have, the time that each may count for a category and priority, and when cases are escalated, as versioned data.
/// </summary>
/// <remarks>
/// <para>Read by <see cref="Parse"/> or <see cref="Load"/> from JSON:</para>
/// <code>
/// {
///   "targets": "hotline", "version": 1,
///   "calendars": {
///     "office": {
///       "zone": "Asia/Shanghai", "week": "mon-fri 09:00-12:00 13:30-17:30",
///       "holidays": ["2025-05-01"], "working": { "2025-04-27": "09:00-12:00 13:30-17:30" }
///     }
///   },
///   "clocks": {
///     "answer":     { "stops": ["answered"], "reopened": "stays stopped" },
///     "resolution": { "reopened": "restarts" }
///   },
///   "within": [
///     { "clock": "answer", "priority": "emergency", "time": "PT2H" },
///     { "clock": "resolution", "category": "heating", "time": "PT24H" },
///     { "clock": "resolution", "time": "PT35H", "calendar": "office" }
///   ],
///   "escalations": [ { "clock": "resolution", "percent": 100, "level": 1 } ]
/// }
/// </code>
/// <para>Of the targets that fit a case the first counts. Time is an ISO 8601 duration, of hours or less if a calendar is named, since a business day
/// has no fixed length; without a calendar it is the wall clock's. Immutable and safe for use from any thread.</para>
/// </remarks>
public sealed class ServiceTargets
{
    internal ServiceTargets(string name, int version)
    {
        Name = name;
        Version = version;
    }

    /// <summary>What they are called.</summary>
    public string Name { get; }

    /// <summary>Their version, from 1 on.</summary>
    public int Version { get; }

    /// <summary>The calendars by name.</summary>
    public IReadOnlyDictionary<string, BusinessCalendar> Calendars { get; internal init; } = new Dictionary<string, BusinessCalendar>();

    /// <summary>The clocks in order.</summary>
    public IReadOnlyList<ClockRule> Clocks { get; internal init; } = [];

    /// <summary>The targets; of those that fit a case the first counts.</summary>
    public IReadOnlyList<ServiceTarget> Targets { get; internal init; } = [];

    /// <summary>The thresholds of escalation.</summary>
    public IReadOnlyList<EscalationThreshold> Escalations { get; internal init; } = [];

    /// <summary>Reads targets from JSON.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DefinitionException">They are not usable; the message lists every flaw with path, value and rule.</exception>
    public static ServiceTargets Parse(string json) =>
        TryParse(json, out var targets, out var flaws) ? targets : throw new DefinitionException("The definition of targets", flaws);

    /// <summary>Reads targets from JSON, or says in <paramref name="flaws"/> everything that is wrong with them.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static bool TryParse(string json, [NotNullWhen(true)] out ServiceTargets? targets, out IReadOnlyList<DefinitionFlaw> flaws)
    {
        Guard.Against.Null(json);
        targets = DefinitionNode.Read(json, ServiceTargetsJson.Read, out flaws);
        return targets is not null;
    }

    /// <summary>Reads targets from a file of JSON.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DefinitionException">They are not usable; the message lists every flaw with path, value and rule.</exception>
    public static ServiceTargets Load(string path) => Parse(File.ReadAllText(Guard.Against.NullOrEmpty(path)));

    /// <summary>
    /// What the clocks of a case show at <paramref name="asOf"/>, as if nothing had happened to it later: in the order of <see cref="Clocks"/>, each with its rounds
    /// in order. Pure; nothing if the case began later.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is null.</exception>
    public IReadOnlyList<CaseClock> Read(CaseTimeline timeline, Instant asOf)
    {
        Guard.Against.Null(timeline);
        CasePhase[] phases = [.. timeline.Phases.TakeWhile(p => p.From <= asOf)];
        return [.. Clocks.SelectMany(rule => RoundsOf(rule, phases).Select(round => round.Read(phase => TargetOf(rule, phase), CalendarOf, asOf)))];
    }

    /// <summary>
    /// The thresholds above <paramref name="level"/> that clocks which still run have reached by <paramref name="asOf"/>, in the order of their levels. A clock
    /// that has stopped, by an answer for example, escalates nothing.
    /// </summary>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is null.</exception>
    public IReadOnlyList<EscalationDue> EscalationsDue(CaseTimeline timeline, int level, Instant asOf) =>
    [
        .. from clock in Read(timeline, asOf)
           where clock.StoppedAt is null
           from threshold in Escalations
           where threshold.Clock == clock.Name && threshold.Level > level
           let at = clock.Reaches(threshold.Percent)
           where at <= asOf
           group new EscalationDue(threshold, clock.Round, at.Value) by threshold.Level into same
           orderby same.Key
           select same.MinBy(due => due.At),
    ];

    /// <summary>Name and version: <c>hotline v1</c>.</summary>
    public override string ToString() => $"{Name} v{Version}";

    private static List<ClockRound> RoundsOf(ClockRule rule, CasePhase[] phases)
    {
        var rounds = new List<ClockRound>();
        CasePhase? before = null;
        foreach (var phase in phases)
        {
            if (rounds.Count == 0)
                rounds.Add(new ClockRound(rule, 1, phase));
            if (before is { IsOpen: false } && phase.IsOpen && rule.Reopened == ReopenedClock.Restarts)
                rounds.Add(new ClockRound(rule, rounds.Count + 1, phase));
            if (before is { IsOpen: false } && phase.IsOpen && rule.Reopened == ReopenedClock.Continues)
                rounds[^1].Continue(phase);
            else
                rounds[^1].Enter(phase);
            before = phase;
        }

        return rounds;
    }

    private ServiceTarget? TargetOf(ClockRule rule, CasePhase phase) => Targets.FirstOrDefault(t => t.Fits(rule.Name, phase));

    private BusinessCalendar CalendarOf(ServiceTarget? target) =>
        target?.Calendar is { } name ? Calendars[name] : BusinessCalendar.AroundTheClock;
}
