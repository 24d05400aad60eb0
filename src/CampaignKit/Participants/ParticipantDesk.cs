using CampaignKit.EventStore;
using Microsoft.Extensions.Caching.Memory;

namespace CampaignKit;

/// <summary>
/// Loads participants' states (from a bounded cache, else from their streams) and runs their commands: decide, append with the
/// expected version, evolve; a conflict reloads and decides again. An answer that writes nothing is given only on a state that is up to
/// date, for no expected version would find out.
/// </summary>
internal sealed class ParticipantDesk(string campaign, IEventStore store, CampaignKitOptions options) : IDisposable
{
    private readonly MemoryCache _states = new(new MemoryCacheOptions { SizeLimit = options.CachedParticipants });

    public async ValueTask<ParticipantState> LoadAsync(ParticipantId who, CancellationToken cancellationToken)
    {
        if (_states.TryGetValue(who.Value, out ParticipantState? cached))
            return cached!;

        return await CatchUpAsync(new ParticipantState(who), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a state for the next command. An older one may overwrite a newer one: the expected version then finds out.</summary>
    public void Remember(ParticipantState state) => _states.Set(state.Id.Value, state, new MemoryCacheEntryOptions { Size = 1 });

    public void Forget(ParticipantId who) => _states.Remove(who.Value);

    public async ValueTask<TAnswer> RunAsync<TAnswer>(
        ParticipantId who, Func<ParticipantState, ValueTask<Step<TAnswer>>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = await LoadAsync(who, cancellationToken).ConfigureAwait(false);
            switch (await decide(state).ConfigureAwait(false))
            {
                case Step<TAnswer>.Done done:
                    if ((await CatchUpAsync(state, cancellationToken).ConfigureAwait(false)).Version == state.Version)
                        return done.Answer;
                    break;

                case Step<TAnswer>.Write write:
                    var own = new StreamAppend(Streams.Participant(who), ExpectedVersion.At(state.Version), [EventCodec.Encode(write.Fact)]);
                    var append = new Append(AppendId.Of($"{own.Stream}\n{write.Cause}"), [own, .. write.Beside]);
                    var result = await store.AppendAsync(campaign, append, cancellationToken).ConfigureAwait(false);
                    if (result is AppendCommitted committed)
                    {
                        var next = state.Evolve(write.Fact, state.Version + 1, committed.FirstPosition);
                        Remember(next);
                        return write.Answer(next);
                    }

                    // Someone else wrote first, perhaps this very command sent twice at once: what they wrote decides.
                    Forget(who);
                    if (attempt >= options.MaxAttempts + (result is AppendConflict ? 0 : 1))
                        throw new TooManyConflictsException(own.Stream, attempt);
                    break;

                case var unknown:
                    throw new InvalidOperationException($"A step is Done or Write, not {unknown}.");
            }
        }
    }

    public void Dispose() => _states.Dispose();

    private async ValueTask<ParticipantState> CatchUpAsync(ParticipantState known, CancellationToken cancellationToken)
    {
        var state = known;
        await foreach (var stored in store.ReadStreamAsync(campaign, Streams.Participant(state.Id), state.Version, cancellationToken).ConfigureAwait(false))
            state = state.Evolve(EventCodec.Decode(stored), stored.Version, stored.Position);
        if (state.IsEnrolled && state.Version > known.Version)
            Remember(state);
        return state;
    }
}
