using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>
/// How far the draw of a period has come: Open, Frozen, Locked, Held, and never back. A fold over its own small stream.
/// </summary>
/// <param name="Stream">The name of the stream.</param>
/// <param name="Version">The version of the stream.</param>
/// <param name="Cut">The position of the freeze: records before it count. 0 while it is open.</param>
/// <param name="Frozen">The freeze; null while it is open.</param>
/// <param name="Locked">The lock; null before.</param>
/// <param name="Held">The outcome; null before.</param>
internal sealed record DrawState(string Stream, long Version, long Cut, DrawFrozen? Frozen, DrawLocked? Locked, DrawHeld? Held)
{
    public static async ValueTask<DrawState> LoadAsync(
        IEventStore store, string campaign, string draw, string period, CancellationToken cancellationToken)
    {
        var state = new DrawState(Streams.Draw(draw, period), 0, 0, null, null, null);
        await foreach (var stored in store.ReadStreamAsync(campaign, state.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            state = EventCodec.Decode(stored) switch
            {
                DrawFrozen frozen => state with { Version = stored.Version, Cut = stored.Position, Frozen = frozen },
                DrawLocked locked => state with { Version = stored.Version, Locked = locked },
                DrawHeld held => state with { Version = stored.Version, Held = held },
                var other => throw new InvalidDataException($"A draw's stream holds no {other.GetType().Name}."),
            };
        }

        return state;
    }

    /// <summary>The position of the freeze alone, which is the first event of the stream and is not read; null while it is open.</summary>
    public static async ValueTask<long?> CutAsync(IEventStore store, string campaign, string draw, string period, CancellationToken cancellationToken)
    {
        await foreach (var stored in store.ReadStreamAsync(campaign, Streams.Draw(draw, period), 0, cancellationToken).ConfigureAwait(false))
            return stored.Position;
        return null;
    }
}
