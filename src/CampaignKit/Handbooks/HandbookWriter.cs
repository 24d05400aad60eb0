using NodaTime;

namespace CampaignKit;

/// <summary>Writes a handbook: a fold over the participant's stream that keeps the lines beside the state.</summary>
internal sealed class HandbookWriter(Campaign campaign, ParticipantState start)
{
    private readonly List<HandbookEntry> _entries = [];

    public ParticipantState State { get; private set; } = start;

    public void Add(CampaignEvent fact, long version, long position)
    {
        State = State.Evolve(fact, version, position);
        _entries.Add(fact switch
        {
            Enrolled e => Entry(e.At, HandbookEntryKind.Enrolled, campaign.FormatNumber(e.Number), null),
            TeamJoined e => Entry(e.At, HandbookEntryKind.JoinedTeam, e.Team, null),
            CheckedIn e => new HandbookEntry(e.Recorded, e.Day, HandbookEntryKind.CheckedIn, e.Task, e.Site),
            CheckInVoided e => Entry(e.At, HandbookEntryKind.Voided, e.Task, e.Reason),
            MessageApproved e => Entry(e.At, HandbookEntryKind.MessageApproved, State.CheckIns[e.Serial - 1].Task, null),
            _ => throw new InvalidDataException($"A participant's stream holds no {fact.GetType().Name}."),
        });
    }

    public Handbook Close(Participant participant, IEnumerable<HandbookEntry> shared, LocalDate today) => new(
        participant,
        State.Memberships.LastOrDefault()?.Team,
        State.Sums,
        campaign.Tasks.Values
            .Where(task => task.Cadence == Cadence.OncePerDay)
            .ToDictionary(task => task.Id, task => StreakOf(task, today), StringComparer.Ordinal),
        [.. _entries.Concat(shared).OrderBy(entry => entry.At)]);

    private HandbookEntry Entry(Instant at, HandbookEntryKind kind, string subject, string? detail) =>
        new(at, campaign.Calendar.DayOf(at), kind, subject, detail);

    private Streak StreakOf(CampaignTask task, LocalDate today)
    {
        var (from, to) = (task.From ?? campaign.From, task.To ?? campaign.To);
        var due = Enumerable.Range(0, Math.Max(0, NodaTime.Period.DaysBetween(from, to) + 1)).Select(from.PlusDays)
            .Where(day => campaign.Calendar.StartOf(day) < campaign.Calendar.EndOf(day));
        return Streak.Of(due, day => State.Done.GetValueOrDefault((task.Id, day)) > 0, _ => false, today);
    }
}
