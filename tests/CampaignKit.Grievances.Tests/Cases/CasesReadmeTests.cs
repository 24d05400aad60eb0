using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>The examples of the README on cases and clocks.</summary>
public sealed class CasesReadmeTests
{
    [Fact]
    public async Task Examples_OfTheReadme_PrintWhatTheySay()
    {
        await using var store = new InMemoryEventStore();
        var now = Instant.FromUtc(2021, 3, 29, 12, 0);
        var desk = new CaseDesk(CaseLife.Hotline, store, "hotline");
        CaseAnswer answer = await desk.TakeAsync("c-1", new CaseCommand("receive", now) { Key = "web-17", Category = "heating", Complainant = "p-7", Subject = "house 12" });
        string outcome = answer switch
        {
            CaseRecorded recorded => $"{recorded.Case.State}, repeats {recorded.Case.Repeats.Count}",
            CaseTurnedDown refused => refused.Why.Message,
            _ => "",
        };

        var asOf = now + Duration.FromHours(25);
        var targets = ServiceTargets.Parse(
            """
            {
              "targets": "small", "version": 1, "clocks": { "resolution": { "reopened": "restarts" } },
              "within": [ { "clock": "resolution", "time": "PT24H" } ], "escalations": [ { "clock": "resolution", "percent": 100, "level": 1 } ]
            }
            """);
        var clock = Assert.Single(targets.Read((await desk.TimelineAsync("c-1"))!, asOf));

        Assert.Equal("received, repeats 0", outcome);
        Assert.Equal("resolution 1: 25 h of 24 h, breached", clock.ToString());
        Assert.Equal("2021-03-29T12:00:00Z to 2021-03-30T13:00:00Z: counted, received", Assert.Single(clock.Explain()).ToString());
        Assert.Single(await desk.EscalateAsync(targets, asOf));
    }
}
