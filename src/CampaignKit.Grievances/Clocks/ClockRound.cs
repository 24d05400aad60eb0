using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances;

/// <summary>One run of a clock over the phases of a case, gathered phase by phase.</summary>
internal sealed class ClockRound(ClockRule rule, int number, CasePhase first)
{
    private readonly List<ClockStretch> _spans = [];
    private readonly List<Interval> _pauses = [];
    private readonly Instant _start = first.From;
    private CasePhase _last = first;
    private CasePhase _classified = first;

    public int Number => number;

    public Instant? StoppedAt { get; private set; }

    /// <summary>Takes the next phase of the case, which the first phase is too.</summary>
    public void Enter(CasePhase phase)
    {
        Close(phase.From);
        if (StoppedAt is null)
        {
            _classified = phase;
            if (!phase.IsOpen || rule.Stops.Contains(phase.State))
                StoppedAt = phase.From;
        }

        _last = phase;
    }

    /// <summary>Lets a clock that has stopped go on.</summary>
    public void Continue(CasePhase phase)
    {
        Close(phase.From);
        StoppedAt = null;
        _last = phase;
        Enter(phase);
    }

    public CaseClock Read(Func<CasePhase, ServiceTarget?> targetOf, Func<ServiceTarget?, BusinessCalendar> calendarOf, Instant asOf)
    {
        var target = targetOf(_classified);
        List<ClockStretch> spans = [.. _spans];
        List<Interval> pauses = [.. _pauses];
        if (StoppedAt is not null)
        {
            // The stretch after the last stop is nobody's; one before a reopening is.
            while (spans.Count > 0 && spans[^1].From >= StoppedAt)
                spans.RemoveAt(spans.Count - 1);
            pauses.RemoveAll(p => p.Start >= StoppedAt);
        }
        else
        {
            if (_last.From < asOf)
                spans.Add(new ClockStretch(_last.From, asOf, KindOf(_last), _last.State));
            if (_last.IsPausing)
                pauses.Add(new Interval(_last.From, null));
        }

        return new CaseClock(rule, number, target, new ServiceClock(_start, calendarOf(target), pauses), spans, StoppedAt, asOf);
    }

    private void Close(Instant end)
    {
        if (_last.From >= end)
            return;
        var kind = KindOf(_last);
        _spans.Add(new ClockStretch(_last.From, end, kind, _last.State));
        if (kind != ClockStretchKind.Counted)
            _pauses.Add(new Interval(_last.From, end));
    }

    private ClockStretchKind KindOf(CasePhase phase) =>
        StoppedAt is not null ? ClockStretchKind.Stopped : phase.IsPausing ? ClockStretchKind.Paused : ClockStretchKind.Counted;
}
