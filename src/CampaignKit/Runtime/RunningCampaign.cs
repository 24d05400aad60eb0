using System.Collections.Concurrent;
using CampaignKit.EventStore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// A campaign that runs in this host. Commands (enrol, check in, void …) are strongly consistent for each participant and each scarce
/// thing; boards, tallies and goals follow the record, and <see cref="WaitForAsync"/> gives read-your-writes. Every command can be
/// sent again. Safe to use from any thread.
/// </summary>
/// <remarks>
/// Every command throws <see cref="EventStoreUnavailableException"/> when the store cannot be reached and
/// <see cref="TooManyConflictsException"/> when others kept writing first; in both cases it can be sent again. It throws
/// <see cref="InvalidDataException"/> when the record of the participant holds what this version cannot read, and
/// <see cref="CursorBeyondHeadException"/> when the store was put back to an earlier state, after which the host is to be started anew.
/// </remarks>
public sealed partial class RunningCampaign : IAsyncDisposable
{
    private readonly IEventStore _store;
    private readonly CampaignKitOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _logger;
    private readonly CampaignView _view;
    private readonly CampaignFollower _follower;
    private readonly ParticipantDesk _participants;
    private readonly EnrolmentDesk _enrolments;
    private readonly ConcurrentDictionary<(string Draw, string Period), long> _cuts = new();
    private int _isDisposed;

    internal RunningCampaign(Campaign definition, IEventStore store, CampaignKitOptions options, IClock clock, TimeProvider time, ILogger logger)
    {
        Definition = definition;
        _store = store;
        _options = options;
        _clock = clock;
        _logger = logger;
        _view = new CampaignView(definition);
        _follower = new CampaignFollower(definition, store, _view, time, logger);
        _participants = new ParticipantDesk(definition.Id, store, options);
        _enrolments = new EnrolmentDesk(definition, store, _participants, clock, options);
    }

    /// <summary>The definition it runs under.</summary>
    public Campaign Definition { get; }

    /// <summary>How much the record holds, as far as it has been folded.</summary>
    public CampaignCounts Counts => _view.Counts;

    /// <summary>The position up to which boards, tallies and goals show the record.</summary>
    public long Position => _view.Position;

    /// <summary>
    /// Why the record cannot be followed beyond <see cref="Position"/>, such as an event that this version cannot read; null while it can.
    /// Then boards, tallies, goals and counts stand still: they keep answering from there, and waiting throws this. For health checks.
    /// </summary>
    public Exception? Fault => _follower.Fault;

    /// <summary>Enrols someone: assigns the next participant number. Who is enrolled already keeps theirs.</summary>
    /// <param name="who">The host's key of the person.</param>
    /// <param name="cancellationToken">Stops waiting; the enrolment may still be recorded.</param>
    public Task<Participant> EnrolAsync(ParticipantId who, CancellationToken cancellationToken = default) =>
        EnrolAsync(who, null, cancellationToken);

    /// <summary>Enrols someone into a team. Who is enrolled already keeps their number and their team.</summary>
    /// <param name="who">The host's key of the person.</param>
    /// <param name="team">The id of the team; null for none.</param>
    /// <param name="cancellationToken">Stops waiting; the enrolment may still be recorded.</param>
    /// <exception cref="ArgumentException">The campaign has no such team, or the id is the default one.</exception>
    public async Task<Participant> EnrolAsync(ParticipantId who, string? team, CancellationToken cancellationToken = default) =>
        ToParticipant(await _enrolments.EnrolAsync(Definition.Checked(new Enrolment(who, team)), cancellationToken).ConfigureAwait(false));

    /// <summary>Enrols many people; their numbers are in the order of the list.</summary>
    /// <param name="people">The people.</param>
    /// <param name="progress">Is told how many have been answered so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops waiting; those queued may still be recorded.</param>
    /// <exception cref="ArgumentException">Someone names a team that the campaign has not, or nobody; then nobody is enrolled.</exception>
    public async Task<IReadOnlyList<Participant>> EnrolAsync(
        IEnumerable<Enrolment> people, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = Guard.Against.Null(people).Select(Definition.Checked).ToList();
        var enrolled = new List<Participant>(list.Count);
        foreach (var chunk in list.Chunk(2_000))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var queued = chunk.Select(_enrolments.Queue).ToList();
            foreach (var waiting in queued)
                enrolled.Add(ToParticipant(await waiting.WaitAsync(cancellationToken).ConfigureAwait(false)));
            progress?.Report(enrolled.Count);
        }

        return enrolled;
    }

    /// <summary>The participant with this id; null for someone who is not enrolled.</summary>
    /// <param name="who">The host's key of the person.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Participant?> FindAsync(ParticipantId who, CancellationToken cancellationToken = default)
    {
        var state = await _participants.LoadAsync(who, cancellationToken).ConfigureAwait(false);
        return state.IsEnrolled ? ToParticipant(state) : null;
    }

    /// <summary>The participant with this number; null when it has not been issued.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Participant?> FindAsync(int number, CancellationToken cancellationToken = default) =>
        await IdOfAsync(number, cancellationToken).ConfigureAwait(false) is { } id ? await FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Joins a team from now on; what was done before stays with the team one was in then.</summary>
    /// <param name="who">The participant.</param>
    /// <param name="team">The id of the team.</param>
    /// <param name="cancellationToken">Stops waiting; the command may still be recorded.</param>
    /// <returns><see cref="Recorded"/>, or <see cref="Refused"/> with <see cref="NotEnrolled"/> or <see cref="UnknownTeam"/>.</returns>
    public async Task<Answer> JoinTeamAsync(ParticipantId who, string team, CancellationToken cancellationToken = default)
    {
        Guard.Against.NullOrEmpty(team);
        return await _participants.RunAsync(
            who, state => ValueTask.FromResult(TeamRules.Join(Definition, state, team, _clock.GetCurrentInstant())), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks in for a task that needs nothing but the doing, now.</summary>
    /// <param name="who">The participant.</param>
    /// <param name="task">The id of the task.</param>
    /// <param name="key">The idempotency key: unique among the participant's requests, the same whenever this one is sent again.</param>
    /// <param name="cancellationToken">Stops waiting; the check-in may still be recorded.</param>
    /// <returns><see cref="CheckInAccepted"/> or <see cref="CheckInRefused"/>.</returns>
    public Task<CheckInAnswer> CheckInAsync(ParticipantId who, string task, string key, CancellationToken cancellationToken = default) =>
        CheckInAsync(who, new CheckInRequest(task, key), cancellationToken);

    /// <summary>
    /// Checks in. The same key with the same request gives the first answer again; with another request it is refused. A refusal writes
    /// nothing, so that the key of a refused request can be used again.
    /// </summary>
    /// <param name="who">The participant.</param>
    /// <param name="request">What to record.</param>
    /// <param name="cancellationToken">Stops waiting; the check-in may still be recorded.</param>
    /// <returns><see cref="CheckInAccepted"/> or <see cref="CheckInRefused"/>.</returns>
    public async Task<CheckInAnswer> CheckInAsync(ParticipantId who, CheckInRequest request, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(request);
        var answer = await _participants.RunAsync<CheckInAnswer>(who, DecideAsync, cancellationToken).ConfigureAwait(false);
        return answer is CheckInAccepted accepted
            ? accepted with { LateFor = await LateForAsync(accepted.CheckIn, cancellationToken).ConfigureAwait(false) }
            : answer;

        async ValueTask<Step<CheckInAnswer>> DecideAsync(ParticipantState state)
        {
            var now = _clock.GetCurrentInstant();
            var shared = await TeamTaskOfAsync(state.TeamAt(request.OccurredAt ?? now), request.Task, cancellationToken).ConfigureAwait(false);
            switch (CheckInRules.Decide(Definition, state, request, now, _options.ClockTolerance, shared is { IsDone: true }))
            {
                case CheckInDecision.Refuse refuse:
                    return new Step<CheckInAnswer>.Done(new CheckInRefused(refuse.Why));
                case CheckInDecision.Repeat repeat:
                    return new Step<CheckInAnswer>.Done(new CheckInAccepted(repeat.First, isRepeat: true, state.Sums));
                case CheckInDecision.Accept { Fact: var fact }:
                    IReadOnlyList<StreamAppend> beside = shared is null ? [] : [shared.Append(new TeamTaskDone(who.Value, fact.Serial))];
                    return new Step<CheckInAnswer>.Write(
                        fact, $"check-in\n{fact.Key}", beside, after => new CheckInAccepted(after.CheckIns[fact.Serial - 1], isRepeat: false, after.Sums));
                case var unknown:
                    throw new InvalidOperationException($"A check-in is refused, repeated or accepted, not {unknown}.");
            }
        }
    }

    /// <summary>
    /// Voids a check-in: it stays in the record and counts for nothing any more, in any tally, board or later draw. A void cannot be voided.
    /// </summary>
    /// <param name="checkIn">The id of the check-in.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="by">Who decided it, the host's opaque key.</param>
    /// <param name="cancellationToken">Stops waiting; the void may still be recorded.</param>
    /// <returns><see cref="Recorded"/>, again for one that is voided already; or <see cref="Refused"/> with <see cref="UnknownCheckIn"/>.</returns>
    public async Task<Answer> VoidAsync(CheckInId checkIn, string reason, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnfitText(reason);
        Guard.Against.UnfitText(by);
        return await IdOfAsync(checkIn.Number, cancellationToken).ConfigureAwait(false) is { } who
            ? await _participants.RunAsync(who, DecideAsync, cancellationToken).ConfigureAwait(false)
            : new Refused(new UnknownCheckIn(checkIn));

        async ValueTask<Step<Answer>> DecideAsync(ParticipantState state)
        {
            var shared = state.Find(checkIn.Serial) is { } record
                ? await TeamTaskOfAsync(record.Team, record.Task, cancellationToken).ConfigureAwait(false)
                : null;
            return VoidRules.Void(state, checkIn, reason, by, _clock.GetCurrentInstant(), shared);
        }
    }

    /// <summary>Approves a message, so that it counts in draws.</summary>
    /// <param name="message">The id of the check-in that is the message.</param>
    /// <param name="by">Who approved it, the host's opaque key.</param>
    /// <param name="cancellationToken">Stops waiting; the approval may still be recorded.</param>
    /// <returns><see cref="Recorded"/>, or <see cref="Refused"/> with <see cref="UnknownCheckIn"/>, <see cref="NotAMessage"/> or <see cref="CheckInIsVoided"/>.</returns>
    public async Task<Answer> ApproveMessageAsync(CheckInId message, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnfitText(by);
        return await IdOfAsync(message.Number, cancellationToken).ConfigureAwait(false) is { } who
            ? await _participants.RunAsync(
                who, state => ValueTask.FromResult(MessageRules.Approve(state, message, by, _clock.GetCurrentInstant())), cancellationToken).ConfigureAwait(false)
            : new Refused(new UnknownCheckIn(message));
    }

    /// <summary>Waits until boards, tallies and goals show the record up to a position.</summary>
    /// <param name="position">The position that a command returned; one that nothing has yet is waited for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ObjectDisposedException">The campaign was disposed of, before or during the wait.</exception>
    /// <remarks>When the record cannot be followed that far, it throws what <see cref="Fault"/> tells.</remarks>
    public Task WaitForAsync(long position, CancellationToken cancellationToken = default) => _follower.WaitForAsync(position, cancellationToken);

    /// <summary>Waits until boards, tallies and goals show everything that is recorded as of this call.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default) =>
        await WaitForAsync(await _store.HeadAsync(Definition.Id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Answers the enrolments that wait and stops following the record; a second call does nothing. Commands that come later, or are not
    /// answered yet, throw <see cref="ObjectDisposedException"/>: what was answered is recorded, and what was not may be and can be sent
    /// again. The store stays open: it belongs to the host.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        await _enrolments.DisposeAsync().ConfigureAwait(false);
        await _follower.DisposeAsync().ConfigureAwait(false);
        _participants.Dispose();
    }

    private Participant ToParticipant(ParticipantState state) => new(state.Id, state.Number, Definition.FormatNumber(state.Number));

    private async ValueTask<ParticipantId?> IdOfAsync(int number, CancellationToken cancellationToken)
    {
        var folded = _view.Counts.Participants;
        if (_view.ParticipantOf(number) is { } known)
            return known;

        // Issued a moment ago, perhaps: the versions of the stream of enrolments are the numbers.
        await foreach (var stored in _store.ReadStreamAsync(Definition.Id, Streams.Enrolments, folded, cancellationToken).ConfigureAwait(false))
        {
            if (stored.Version == number)
                return ((NumberIssued)EventCodec.Decode(stored)).Participant;
        }

        return null;
    }

    /// <summary>
    /// The draws that a check-in comes too late for: recorded after the time of the freeze, or after the freeze itself in the order of the
    /// campaign. A freeze cannot be there long before its time, so the streams of draws are asked only near it.
    /// </summary>
    private async ValueTask<IReadOnlyList<LateForPeriod>> LateForAsync(CheckIn checkIn, CancellationToken cancellationToken)
    {
        var late = new List<LateForPeriod>();
        foreach (var draw in Definition.Draws.Values)
        {
            var period = Definition.Calendar.PeriodOf(draw.Every, checkIn.Day);
            var frozen = Definition.FreezesAt(draw, period);
            if (checkIn.RecordedAt >= frozen || (_clock.GetCurrentInstant() >= frozen - _options.ClockTolerance && await IsBehindAsync(draw.Id, period.Id).ConfigureAwait(false)))
                late.Add(new LateForPeriod(draw.Id, period.Id, frozen));
        }

        return late;

        async ValueTask<bool> IsBehindAsync(string draw, string period)
        {
            if (!_cuts.TryGetValue((draw, period), out var cut))
            {
                if (await DrawState.CutAsync(_store, Definition.Id, draw, period, cancellationToken).ConfigureAwait(false) is not { } frozen)
                    return false;

                // A freeze stays where it is, so it is looked up once.
                _cuts[(draw, period)] = cut = frozen;
            }

            return checkIn.Position > cut;
        }
    }

    private async ValueTask<TeamTask?> TeamTaskOfAsync(string? team, string task, CancellationToken cancellationToken) =>
        team is not null && Definition.Tasks.TryGetValue(task, out var known) && known.Cadence.PerTeam
            ? await TeamTask.LoadAsync(_store, Definition.Id, team, task, cancellationToken).ConfigureAwait(false)
            : null;
}
