using System.Globalization;
using NodaTime;

namespace CampaignKit.Quickstart.Simulation;

/// <summary>
/// Makes the crowd and what it sends: daily stitches from a skewed crowd, museum visits, messages; requests sent twice, late and out of
/// order; and attempts that must be refused. The same settings always make the same requests, so that a run can be resumed.
/// </summary>
internal sealed class Crowd
{
    private const double MuseumADay = 0.05;
    private const double MessageADay = 0.006;
    private const double SentTwice = 0.06;
    private const double Offline = 0.04;
    private const double TriedAgain = 0.05;
    private const double KeyReused = 0.004;

    private readonly Campaign _campaign;
    private readonly Settings _settings;

    public Crowd(Campaign campaign, Settings settings)
    {
        _campaign = campaign;
        _settings = settings;
        var random = new Random(settings.Seed);
        People =
        [
            .. Enumerable.Range(1, settings.Participants).Select(number => new Person(
                string.Create(CultureInfo.InvariantCulture, $"p-{number:D5}"),
                campaign.Teams[random.Next(campaign.Teams.Count)],
                Diligence(random))),
        ];
    }

    public IReadOnlyList<Person> People { get; }

    /// <summary>The first stitches, by six delegates on the campaign's first day.</summary>
    public IEnumerable<Arrival> Launch()
    {
        var at = _campaign.Opens + Duration.FromHours(10);
        return Enumerable.Range(0, Math.Min(6, People.Count))
            .Select(person => new Arrival(at + Duration.FromMinutes(person), person, new CheckInRequest("stitch", "launch")));
    }

    /// <summary>What arrives because of one campaign day, in no particular order; some of it arrives on the next.</summary>
    public IEnumerable<Arrival> Day(LocalDate day)
    {
        var random = new Random(HashCode(_settings.Seed, day));
        var midnight = _campaign.Calendar.StartOf(day);
        for (var person = 0; person < People.Count; person++)
        {
            if (random.NextDouble() < People[person].Diligence)
            {
                foreach (var arrival in Stitch(random, person, day, midnight))
                    yield return arrival;
            }

            if (random.NextDouble() < MuseumADay * People[person].Diligence)
                yield return Visit(random, person, day, midnight);
            if (random.NextDouble() < MessageADay)
                yield return Message(random, person, day, midnight);
        }
    }

    private static double Diligence(Random random)
    {
        var u = random.NextDouble();
        return u > 0.997 ? 1 : u * u * 0.95;
    }

    /// <summary>A seed for one day that is the same in every process, which System.HashCode is not.</summary>
    private static int HashCode(int seed, LocalDate day) => unchecked((seed * 486_187_739) + (day.Year * 400) + day.DayOfYear);

    private static Instant During(Random random, Instant midnight, double fromHour, double toHour) =>
        midnight + Duration.FromMilliseconds((long)((fromHour + (random.NextDouble() * (toHour - fromHour))) * 3_600_000));

    private static string Key(string task, LocalDate day) => $"{task} {day:uuuu-MM-dd}";

    private static IEnumerable<Arrival> Stitch(Random random, int person, LocalDate day, Instant midnight)
    {
        var at = During(random, midnight, 6, 23.99);
        var key = Key("stitch", day);

        // A device that is offline keeps when it happened, and sends it later: sometimes after the day, rarely after the freeze.
        if (random.NextDouble() < Offline)
        {
            var request = new CheckInRequest("stitch", key) { OccurredAt = at };
            yield return new Arrival(at + Duration.FromMinutes(random.Next(5, 5 * 60)), person, request);
            yield break;
        }

        var first = new CheckInRequest("stitch", key) { OccurredAt = at };
        yield return new Arrival(at, person, first);
        if (random.NextDouble() < SentTwice)
            yield return new Arrival(at + Duration.FromSeconds(random.Next(1, 90)), person, first);
        if (random.NextDouble() < TriedAgain && at + Duration.FromMinutes(30) < midnight + Duration.FromHours(23.99))
            yield return new Arrival(at + Duration.FromMinutes(30), person, new CheckInRequest("stitch", key + " again") { OccurredAt = at + Duration.FromMinutes(30) });
        if (random.NextDouble() < KeyReused)
            yield return new Arrival(at + Duration.FromMinutes(2), person, new CheckInRequest("stitch", key) { OccurredAt = at + Duration.FromMinutes(2) });
    }

    private Arrival Visit(Random random, int person, LocalDate day, Instant midnight)
    {
        var at = During(random, midnight, 9, 17);
        var site = _campaign.Sites[random.Next(_campaign.Sites.Count)];
        return new Arrival(at, person, new CheckInRequest("museum", Key("museum", day)) { OccurredAt = at, Site = site });
    }

    private static Arrival Message(Random random, int person, LocalDate day, Instant midnight)
    {
        var at = During(random, midnight, 7, 23);
        return new Arrival(at, person, new CheckInRequest("message", Key("message", day)) { OccurredAt = at }, Approve: random.NextDouble() < 0.85);
    }
}
