using System.Collections.Immutable;
using NodaTime;

namespace CampaignKit;

/// <summary>What a participant's commands are decided on: a fold over the participant's stream.</summary>
internal sealed record ParticipantState(ParticipantId Id)
{
    /// <summary>The version of the stream; 0 before enrolment.</summary>
    public long Version { get; init; }

    /// <summary>The position of the latest event folded.</summary>
    public long Position { get; init; }

    public int Number { get; init; }

    public Instant EnrolledAt { get; init; }

    public ImmutableList<TeamMembership> Memberships { get; init; } = [];

    public ImmutableList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>The serial and the request digest of each key used.</summary>
    public ImmutableDictionary<string, (int Serial, string Digest)> Keys { get; init; } = ImmutableDictionary.Create<string, (int, string)>(StringComparer.Ordinal);

    /// <summary>How often each task was done on each day, voids taken off.</summary>
    public ImmutableDictionary<(string Task, LocalDate Day), int> Done { get; init; } = ImmutableDictionary<(string, LocalDate), int>.Empty;

    /// <summary>How much of each summed unit the participant has.</summary>
    public ImmutableDictionary<string, long> Sums { get; init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    public bool IsEnrolled => Number > 0;

    public string? TeamAt(Instant instant) => Memberships.FindLast(m => m.Since <= instant)?.Team;

    public CheckIn? Find(int serial) => serial >= 1 && serial <= CheckIns.Count ? CheckIns[serial - 1] : null;

    public int TimesDone(string task) => CheckIns.Count(c => !c.IsVoided && c.Task == task);

    public int TimesDone(string task, IEnumerable<LocalDate> days) => days.Sum(day => Done.GetValueOrDefault((task, day)));

    public ParticipantState Evolve(CampaignEvent fact, long version, long position) =>
        Evolve(fact, position) with { Version = version, Position = position };

    private ParticipantState Evolve(CampaignEvent fact, long position) => fact switch
    {
        Enrolled e => this with { Number = e.Number, EnrolledAt = e.At },
        TeamJoined e => this with { Memberships = Memberships.Add(new TeamMembership(e.Team, e.At)) },
        CheckedIn e => this with
        {
            CheckIns = CheckIns.Add(new CheckIn(e, position)),
            Keys = Keys.Add(e.Key, (e.Serial, e.Digest)),
            Done = Done.SetItem((e.Task, e.Day), Done.GetValueOrDefault((e.Task, e.Day)) + 1),
            Sums = Post(e.Awards, +1),
        },
        CheckInVoided e => this with
        {
            CheckIns = CheckIns.SetItem(e.Serial - 1, CheckIns[e.Serial - 1] with { IsVoided = true }),
            Done = Done.SetItem((e.Task, e.Day), Done[(e.Task, e.Day)] - 1),
            Sums = Post(e.Awards, -1),
        },
        MessageApproved e => this with { CheckIns = CheckIns.SetItem(e.Serial - 1, CheckIns[e.Serial - 1] with { IsApproved = true }) },
        _ => throw new InvalidDataException($"A participant's stream holds no {fact.GetType().Name}."),
    };

    private ImmutableDictionary<string, long> Post(IReadOnlyList<Posting> postings, int sign)
    {
        var sums = Sums;
        foreach (var posting in postings)
        {
            if (posting is { Slot: null, To: AwardTo.Participant })
                sums = sums.SetItem(posting.Unit, checked(sums.GetValueOrDefault(posting.Unit) + (sign * posting.Quantity)));
        }

        return sums;
    }
}
