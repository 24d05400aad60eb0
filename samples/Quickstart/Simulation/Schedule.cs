using NodaTime;

namespace CampaignKit.Quickstart.Simulation;

/// <summary>Cuts what the crowd sends into stretches of arrival: up to the freeze of each week, and the rest.</summary>
internal sealed class Schedule
{
    private readonly Campaign _campaign;
    private readonly Crowd _crowd;
    private readonly IReadOnlyList<Arrival> _visits;
    private List<Arrival> _pending = [];
    private readonly LocalDate _end;
    private LocalDate _next;

    public Schedule(Campaign campaign, Crowd crowd, LocalDate first, int weeks)
    {
        _campaign = campaign;
        _crowd = crowd;
        _next = first;
        _end = first.PlusWeeks(weeks);
        _visits = Puzzle.Visits(campaign, crowd, first, weeks * 7);
    }

    /// <summary>What arrives before an instant and was not taken before; days are made as they are needed.</summary>
    public IReadOnlyList<Arrival> TakeUntil(Instant end)
    {
        while (_next < _end && _campaign.Calendar.StartOf(_next) < end)
        {
            _pending.AddRange(_crowd.Day(_next));
            _pending.AddRange(_visits.Where(v => _campaign.Calendar.DayOf(v.At) == _next));
            _next = _next.PlusDays(1);
        }

        var taken = _pending.Where(a => a.At < end).ToList();
        _pending = [.. _pending.Where(a => a.At >= end)];
        return taken;
    }
}
