using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>How far the draw of a period has come: Open, Locked, Held, and never back. A fold over its own small stream.</summary>
internal sealed record DrawState(string Stream, long Version, DrawLocked? Locked, DrawHeld? Held)
{
    public static async ValueTask<DrawState> LoadAsync(
        IEventStore store, string campaign, string draw, string period, CancellationToken cancellationToken)
    {
        var state = new DrawState(Streams.Draw(draw, period), 0, null, null);
        await foreach (var stored in store.ReadStreamAsync(campaign, state.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            state = EventCodec.Decode(stored) switch
            {
                DrawLocked locked => state with { Version = stored.Version, Locked = locked },
                DrawHeld held => state with { Version = stored.Version, Held = held },
                var other => throw new InvalidDataException($"A draw's stream holds no {other.GetType().Name}."),
            };
        }

        return state;
    }
}
