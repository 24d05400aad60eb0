using BenchmarkDotNet.Attributes;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Benchmarks.Grievances;

/// <summary>The business time of a million cases of up to <see cref="Days"/> days, and their deadlines, beside walking the days.</summary>
[MemoryDiagnoser]
[MinColumn]
public class BusinessTimeBenchmarks
{
    private const int Cases = 1_000_000;
    private const string Hours = "09:00-12:00 13:30-17:30";

    private readonly (Instant From, Instant To)[] _cases = new (Instant, Instant)[Cases];
    private readonly Dictionary<OpeningHours, (LocalTime, LocalTime)[]> _spans = new()
    {
        [OpeningHours.Closed] = [],
        [OpeningHours.Parse(Hours)] = [(new(9, 0), new(12, 0)), (new(13, 30), new(17, 30))],
    };

    private BusinessCalendar _calendar = BusinessCalendar.AroundTheClock;

    [Params(14, 180)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var holidays = Enumerable.Range(2015, 12).SelectMany(year => new LocalDate[] { new(year, 1, 1), new(year, 5, 1), new(year, 10, 3), new(year, 12, 25), new(year, 12, 26) });
        _calendar = BusinessCalendar.In("Europe/Berlin", $"mon-fri {Hours}", holidays, [new(new LocalDate(2025, 4, 27), OpeningHours.Parse(Hours))]);
        var random = new Random(1);
        for (var i = 0; i < Cases; i++)
        {
            var from = Instant.FromUtc(2015, 1, 1, 0, 0) + Duration.FromSeconds(random.NextInt64(10L * 365 * 86_400));
            _cases[i] = (from, from + Duration.FromSeconds(random.Next(Days * 86_400)));
        }

        if (WalkDays() != Elapsed() || _cases.Any(c => _calendar.Elapsed(c.From, _calendar.Deadline(c.From, Duration.FromHours(35))!.Value) != Duration.FromHours(35)))
            throw new InvalidOperationException("The ways give different times.");
    }

    [Benchmark(Baseline = true, Description = "day by day")]
    public long WalkDays() => Sum(c => DayWalk.Elapsed(_calendar, _spans, c.From, c.To));

    [Benchmark(Description = "BusinessCalendar.Elapsed")]
    public long Elapsed() => Sum(c => _calendar.Elapsed(c.From, c.To));

    [Benchmark(Description = "BusinessCalendar.Deadline, 35 h")]
    public long Deadlines() => Sum(c => _calendar.Deadline(c.From, Duration.FromHours(35))!.Value - c.From);

    // All together are longer than a Duration may be.
    private long Sum(Func<(Instant From, Instant To), Duration> time) => _cases.Aggregate(0L, (seconds, c) => seconds + (long)time(c).TotalSeconds);
}
