using NodaTime;

namespace CampaignKit.Calendars;

/// <summary>
/// One period of a campaign's calendar: an ISO week, a month, a day, or a week that starts at a day and time of its own.
/// </summary>
/// <remarks>
/// Made by <see cref="CampaignCalendar"/> and never empty. Two periods are equal when calendar, rule and first date are. Immutable and safe
/// for use from any thread.
/// </remarks>
public sealed record Period
{
    private readonly CampaignCalendar _calendar;

    internal Period(CampaignCalendar calendar, PeriodRule rule, LocalDate firstDate)
    {
        var aligned = calendar.AlignedTo(rule);
        _calendar = calendar;
        Rule = rule;
        Id = rule.IdOf(firstDate);
        Start = aligned.StartOf(firstDate);
        End = aligned.StartOf(rule.NextFirstDate(firstDate));
    }

    /// <summary>
    /// The name of the period, fit for file names: <c>2021-03-29</c> for a day, <c>2021-W13</c> for an ISO week, <c>2021-04</c> for a month, and
    /// for any other week the local date of its start, <c>week-2021-03-27</c>.
    /// </summary>
    public string Id { get; }

    /// <summary>The rule that the period follows.</summary>
    public PeriodRule Rule { get; }

    /// <summary>The first instant of the period.</summary>
    public Instant Start { get; }

    /// <summary>The instant at which the period is over: the first of the next one.</summary>
    public Instant End { get; }

    /// <summary>The first campaign day that starts within the period.</summary>
    public LocalDate FirstDay
    {
        get
        {
            var day = _calendar.DayOf(Start);
            return _calendar.StartOf(day) >= Start ? day : _calendar.DayOf(_calendar.EndOf(day));
        }
    }

    /// <summary>The last campaign day that starts within the period.</summary>
    public LocalDate LastDay => _calendar.DayOf(End - Duration.Epsilon);

    /// <summary>The campaign days that start within the period, in order, without dates that the zone skipped.</summary>
    public IEnumerable<LocalDate> Days
    {
        get
        {
            for (var start = _calendar.StartOf(FirstDay); start < End;)
            {
                var day = _calendar.DayOf(start);
                yield return day;
                start = _calendar.EndOf(day);
            }
        }
    }

    /// <summary>Whether <paramref name="instant"/> lies in the period.</summary>
    public bool Contains(Instant instant) => Start <= instant && instant < End;

    /// <summary>The <see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
