using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>
/// A clock that runs from an instant on, in the open time of a calendar, and stands still in pauses. It can be asked both ways: how much has
/// elapsed at an instant, and at which instant a target is reached; <c>ElapsedAt(Deadline(t)) == t</c>. Immutable and safe for use from any thread.
/// </summary>
public sealed class ServiceClock
{
    /// <summary>A clock.</summary>
    /// <param name="start">When it starts.</param>
    /// <param name="calendar">The hours in which it runs; around the clock if null.</param>
    /// <param name="pauses">When it stands still; they may overlap and lie in any order, and one without an end lasts for good. None if null.</param>
    public ServiceClock(Instant start, BusinessCalendar? calendar = null, IEnumerable<Interval>? pauses = null)
    {
        Start = start;
        Calendar = calendar ?? BusinessCalendar.AroundTheClock;
        Pauses = Union(pauses ?? []);
    }

    /// <summary>When it starts.</summary>
    public Instant Start { get; }

    /// <summary>The hours in which it runs.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>The union of the pauses: in order, disjoint and not touching.</summary>
    public IReadOnlyList<Interval> Pauses { get; }

    /// <summary>How much time it has counted at <paramref name="instant"/>; nothing before it starts.</summary>
    public Duration ElapsedAt(Instant instant)
    {
        var elapsed = Duration.Zero;
        var at = Start;
        foreach (var pause in Pauses)
        {
            var from = StartOf(pause);
            if (from >= instant)
                break;
            if (at < from)
                elapsed += Calendar.Elapsed(at, from);
            if (!pause.HasEnd)
                return elapsed;
            at = Instant.Max(at, pause.End);
        }

        return at < instant ? elapsed + Calendar.Elapsed(at, instant) : elapsed;
    }

    /// <summary>
    /// The earliest instant at which it has counted <paramref name="target"/>; null if it never does, because a pause has no end or the calendar stays
    /// closed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is negative.</exception>
    public Instant? Deadline(Duration target)
    {
        var left = Guard.Against.OutOfRange(target, nameof(target), Duration.Zero, Duration.MaxValue);
        var at = Start;
        foreach (var pause in Pauses)
        {
            if (left == Duration.Zero)
                return at;
            if (at < StartOf(pause))
            {
                var here = Calendar.Elapsed(at, pause.Start);
                if (left <= here)
                    return Calendar.Deadline(at, left);
                left -= here;
            }

            if (!pause.HasEnd)
                return null;
            at = Instant.Max(at, pause.End);
        }

        return Calendar.Deadline(at, left);
    }

    private static Instant StartOf(Interval pause) => pause.HasStart ? pause.Start : Instant.MinValue;

    private static List<Interval> Union(IEnumerable<Interval> pauses)
    {
        var union = new List<Interval>();
        foreach (var pause in pauses.Where(p => !p.HasStart || !p.HasEnd || p.Start < p.End).OrderBy(StartOf))
        {
            if (union.Count > 0 && (!union[^1].HasEnd || union[^1].End >= StartOf(pause)))
            {
                Instant? end = union[^1].HasEnd && pause.HasEnd ? Instant.Max(union[^1].End, pause.End) : null;
                union[^1] = new Interval(union[^1].HasStart ? union[^1].Start : null, end);
            }
            else
            {
                union.Add(pause);
            }
        }

        return union;
    }
}
