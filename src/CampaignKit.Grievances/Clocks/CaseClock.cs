using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>What a clock of a case shows at a time: how much it has counted, by when the target is reached, and why.</summary>
/// <remarks>
/// The target is that of the category and priority which the case had last, counted from the start of the round with all pauses. Immutable and
/// safe for use from any thread.
/// </remarks>
public sealed class CaseClock
{
    private readonly ServiceClock _clock;
    private readonly IReadOnlyList<ClockStretch> _spans;

    internal CaseClock(ClockRule rule, int round, ServiceTarget? target, ServiceClock clock, IReadOnlyList<ClockStretch> spans, Instant? stoppedAt, Instant asOf)
    {
        Name = rule.Name;
        Round = round;
        Target = target;
        StoppedAt = stoppedAt;
        AsOf = asOf;
        _clock = clock;
        _spans = spans;
        Elapsed = clock.ElapsedAt(stoppedAt ?? asOf);
        Deadline = target is null ? null : clock.Deadline(target.Within);
    }

    /// <summary>The name of the clock.</summary>
    public string Name { get; }

    /// <summary>The round, from 1; a clock that restarts when a case is reopened has one more each time.</summary>
    public int Round { get; }

    /// <summary>What it may count; null if no target fits the case.</summary>
    public ServiceTarget? Target { get; }

    /// <summary>When it started.</summary>
    public Instant StartedAt => _clock.Start;

    /// <summary>When it stopped, by an answer or by the settling of the case; null while it runs or pauses.</summary>
    public Instant? StoppedAt { get; }

    /// <summary>The time for which it was read.</summary>
    public Instant AsOf { get; }

    /// <summary>How much it has counted. It does not run on after it has stopped.</summary>
    public Duration Elapsed { get; }

    /// <summary>
    /// The instant at which the target is reached, with the pauses that there were until it stopped or was read; null without a target, and while
    /// the case waits in a pause that has begun before the target was reached.
    /// </summary>
    public Instant? Deadline { get; }

    /// <summary>
    /// Whether it stopped after the deadline, or has not stopped by then: also a case to which nothing happens breaches by time alone. At the
    /// deadline itself it has not; an answer after the hours of the day on which time ran out is late.
    /// </summary>
    public bool IsBreached => Deadline is { } deadline && (StoppedAt ?? AsOf) > deadline;

    /// <summary>The instant at which it reaches a share of its target; null if it does not, as far as is known.</summary>
    internal Instant? Reaches(int percent) => Target is null ? null : _clock.Deadline(Target.Within * percent / 100);

    /// <summary>
    /// Every stretch from the start of the round to its stop or the time of reading, in order and without gaps: what was counted, and why
    /// the rest was not. The counted ones add up to <see cref="Elapsed"/>.
    /// </summary>
    public IReadOnlyList<ClockStretch> Explain() => [.. _spans.SelectMany(span => span.Kind == ClockStretchKind.Counted ? ByHours(span) : [span])];

    /// <summary>
    /// The reading in a line, such as <c>resolution 1: 26 h of 24 h, breached</c>; a clock that has stopped is <c>met</c>, or
    /// <c>stopped</c> if it has no target: <c>answer 1: 25 h, no target, stopped</c>.
    /// </summary>
    public override string ToString()
    {
        var target = Target is null ? ", no target" : $" of {Hours(Target.Within)}{(Target.Calendar is { } calendar ? $" {calendar}" : "")}";
        return $"{Name} {Round}: {Hours(Elapsed)}{target}, {(IsBreached ? "breached" : StoppedAt is null ? "running" : Target is null ? "stopped" : "met")}";
    }

    private static string Hours(Duration duration) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{duration.TotalHours:0.##} h");

    private IEnumerable<ClockStretch> ByHours(ClockStretch span)
    {
        var at = span.From;
        foreach (var open in _clock.Calendar.OpenIntervals(span.From, span.To))
        {
            if (at < open.Start)
                yield return span with { From = at, To = open.Start, Kind = ClockStretchKind.OutsideHours };
            yield return span with { From = open.Start, To = open.End };
            at = open.End;
        }

        if (at < span.To)
            yield return span with { From = at, Kind = ClockStretchKind.OutsideHours };
    }
}
