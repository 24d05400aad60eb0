using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>Whether a task that a team does once has been done, and by whom: a fold over its own small stream.</summary>
internal sealed record TeamTask(string Stream, long Version, TeamTaskDone? Holder)
{
    public bool IsDone => Holder is not null;

    public static async ValueTask<TeamTask> LoadAsync(
        IEventStore store, string campaign, string team, string task, CancellationToken cancellationToken)
    {
        var state = new TeamTask(Streams.TeamTask(team, task), 0, null);
        await foreach (var stored in store.ReadStreamAsync(campaign, state.Stream, 0, cancellationToken).ConfigureAwait(false))
            state = state with { Version = stored.Version, Holder = EventCodec.Decode(stored) as TeamTaskDone };
        return state;
    }

    public bool HeldBy(ParticipantId who, int serial) => Holder is { } holder && holder.Participant == who.Value && holder.Serial == serial;

    public StreamAppend Append(CampaignEvent fact) =>
        new(Stream, ExpectedVersion.At(Version), [EventCodec.Encode(fact)]);
}
