using NodaTime;

namespace CampaignKit.Quickstart.Simulation;

/// <summary>
/// Plays the campaign against the kit as a host would: each request in the order of its arrival, many people at once. Every request has
/// its key, so playing one again that an earlier run had recorded changes nothing.
/// </summary>
internal sealed class Simulator(RunningCampaign campaign, Crowd crowd, SimulatedClock clock, Totals totals)
{
    private static readonly Duration Slot = Duration.FromMinutes(30);

    private readonly HashSet<(int Person, string Key)> _answered = [];

    /// <summary>The first day played after the launch: the first Monday of the campaign.</summary>
    public LocalDate FirstMonday { get; } = campaign.Definition.From.With(NodaTime.DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));

    public async Task EnrolAsync(IProgress<int> progress, CancellationToken cancellationToken)
    {
        clock.Now = campaign.Definition.Opens + Duration.FromHours(9);
        await campaign.EnrolAsync(crowd.People.Select(p => new Enrolment(p.Id, p.Team)), progress, cancellationToken);
        await PlayAsync([.. crowd.Launch()], cancellationToken);
    }

    /// <summary>Plays everything that arrives from one instant to another.</summary>
    public async Task PlayAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        foreach (var slot in arrivals.OrderBy(a => a.At).GroupBy(a => a.At.ToUnixTimeTicks() / Slot.BclCompatibleTicks))
        {
            cancellationToken.ThrowIfCancellationRequested();
            clock.Now = slot.Max(a => a.At);

            // What is done once for a team is played in order: who of two members comes first must not depend on the machine.
            foreach (var arrival in slot.Where(IsForTeam))
                await PlayAsync(arrival, cancellationToken);
            await Task.WhenAll(slot.Where(a => !IsForTeam(a)).GroupBy(a => a.Person).Select(async person =>
            {
                foreach (var arrival in person)
                    await PlayAsync(arrival, cancellationToken);
            }));
        }
    }

    private bool IsForTeam(Arrival arrival) => campaign.Definition.Tasks[arrival.Request.Task].Cadence.PerTeam;

    private async Task PlayAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        var answer = await campaign.CheckInAsync(crowd.People[arrival.Person].Id, arrival.Request, cancellationToken);
        bool first;
        lock (_answered)
            first = answer is CheckInAccepted && _answered.Add((arrival.Person, arrival.Request.Key));
        totals.Count(answer, inEarlierRun: first);
        if (arrival.Approve && answer is CheckInAccepted { CheckIn.IsApproved: false } message)
            await campaign.ApproveMessageAsync(message.CheckIn.Id, "editor", cancellationToken);
    }
}
