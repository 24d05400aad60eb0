using System.Threading.Channels;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// Issues participant numbers: one after another, in the order in which people ask, each once. Requests that wait together are
/// written together, so that a rush costs few commits.
/// </summary>
internal sealed class EnrolmentDesk : IAsyncDisposable
{
    private const int MostAtOnce = 500;

    private readonly Campaign _campaign;
    private readonly IEventStore _store;
    private readonly ParticipantDesk _participants;
    private readonly IClock _clock;
    private readonly CampaignKitOptions _options;
    private readonly Channel<Request> _waiting = Channel.CreateUnbounded<Request>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _serving;
    private long _issued;

    public EnrolmentDesk(Campaign campaign, IEventStore store, ParticipantDesk participants, IClock clock, CampaignKitOptions options)
    {
        _campaign = campaign;
        _store = store;
        _participants = participants;
        _clock = clock;
        _options = options;
        _serving = Task.Run(ServeAsync);
    }

    public async Task<ParticipantState> EnrolAsync(Enrolment enrolment, CancellationToken cancellationToken)
    {
        var known = await _participants.LoadAsync(enrolment.Participant, cancellationToken).ConfigureAwait(false);
        return known.IsEnrolled ? known : await Queue(enrolment).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts an enrolment into the queue; its order there is the order of numbers.</summary>
    public Task<ParticipantState> Queue(Enrolment enrolment)
    {
        var request = new Request(enrolment);
        if (!_waiting.Writer.TryWrite(request))
            request.Outcome.SetException(new ObjectDisposedException(nameof(EnrolmentDesk)));
        return request.Outcome.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _serving.ConfigureAwait(false);
    }

    private async Task ServeAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var batch = new List<Request>();
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var request))
                batch.Add(request);
            try
            {
                await EnrolAsync(batch).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                // Each caller is told; the desk goes on with those who come next.
                foreach (var request in batch)
                    request.Outcome.TrySetException(failure);
            }
        }
    }

    private async Task EnrolAsync(List<Request> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            var newcomers = await NewcomersAsync(batch).ConfigureAwait(false);
            if (newcomers.Count == 0)
                return;
            if (_issued == 0)
                await CountIssuedAsync().ConfigureAwait(false);

            var now = _clock.GetCurrentInstant();
            var streams = new List<StreamAppend>(newcomers.Count + 1);
            var numbers = new List<NewEvent>(newcomers.Count);
            var states = new List<ParticipantState>(newcomers.Count);
            foreach (var newcomer in newcomers)
            {
                var number = checked((int)(_issued + numbers.Count + 1));
                List<CampaignEvent> facts = [new Enrolled(number, now)];
                if (newcomer.Team is { } team)
                    facts.Add(new TeamJoined(team, now));
                streams.Add(new StreamAppend(Streams.Participant(newcomer.Participant), ExpectedVersion.None, [.. facts.Select(EventCodec.Encode)]));
                numbers.Add(EventCodec.Encode(new NumberIssued(newcomer.Participant.Value, number)));
                states.Add(facts.Aggregate(new ParticipantState(newcomer.Participant), (state, fact) => state.Evolve(fact, state.Version + 1, 0)));
            }

            streams.Add(new StreamAppend(Streams.Enrolments, ExpectedVersion.At(_issued), numbers));
            var append = new Append(AppendId.Of($"{Streams.Enrolments}\n{_issued + 1}\n{newcomers[0].Participant.Value}\n{now.ToUnixTimeTicks()}"), streams);
            var result = await _store.AppendAsync(_campaign.Id, append).ConfigureAwait(false);
            if (result is AppendCommitted committed)
            {
                _issued += newcomers.Count;
                foreach (var state in states)
                    _participants.Remember(state with { Position = committed.LastPosition });
            }
            else
            {
                // Another host issued numbers, or enrolled one of these: look again.
                await CountIssuedAsync().ConfigureAwait(false);
                if (attempt >= _options.MaxAttempts + (result is AppendConflict ? 0 : 1))
                    throw new TooManyConflictsException(Streams.Enrolments, attempt);
            }
        }
    }

    private async Task CountIssuedAsync()
    {
        await foreach (var stored in _store.ReadStreamAsync(_campaign.Id, Streams.Enrolments, _issued).ConfigureAwait(false))
            _issued = stored.Version;
    }

    /// <summary>Answers those who are enrolled; returns the others, each person once, in order.</summary>
    private async Task<List<Enrolment>> NewcomersAsync(List<Request> batch)
    {
        var newcomers = new List<Enrolment>();
        var seen = new HashSet<ParticipantId>();
        foreach (var request in batch.Where(r => !r.Outcome.Task.IsCompleted))
        {
            var state = await _participants.LoadAsync(request.Enrolment.Participant, CancellationToken.None).ConfigureAwait(false);
            if (state.IsEnrolled)
                request.Outcome.TrySetResult(state);
            else if (seen.Add(request.Enrolment.Participant))
                newcomers.Add(request.Enrolment);
        }

        return newcomers;
    }

    private sealed record Request(Enrolment Enrolment)
    {
        public TaskCompletionSource<ParticipantState> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
