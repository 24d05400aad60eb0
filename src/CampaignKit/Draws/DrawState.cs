using System.Collections.Immutable;
using CampaignKit.Draws;
using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>
/// How far the draw of a period has come: Open, Frozen, Locked, Held, Published, and never back; or Cancelled after its lock. A fold over
/// its own small stream.
/// </summary>
/// <param name="Stream">The name of the stream.</param>
internal sealed record DrawState(string Stream)
{
    /// <summary>The version of the stream.</summary>
    public long Version { get; private init; }

    /// <summary>The position of the freeze: records before it count. 0 while it is open.</summary>
    public long Cut { get; private init; }

    /// <summary>The freeze; null while it is open.</summary>
    public DrawFrozen? Frozen { get; private init; }

    /// <summary>The lock; null before.</summary>
    public DrawLocked? Locked { get; private init; }

    /// <summary>The outcome; null before.</summary>
    public DrawHeld? Held { get; private init; }

    /// <summary>The publication; null before.</summary>
    public DrawPublished? Published { get; private init; }

    /// <summary>Why it was called off; null if it was not.</summary>
    public DrawCancelled? Cancelled { get; private init; }

    /// <summary>What became of the prizes, in order.</summary>
    public ImmutableList<CampaignEvent> Claims { get; private init; } = [];

    public DrawStatus Status =>
        Cancelled is not null ? DrawStatus.Cancelled
        : Published is not null ? DrawStatus.Published
        : Held is not null ? DrawStatus.Held
        : Locked is not null ? DrawStatus.Locked
        : Frozen is not null ? DrawStatus.Frozen
        : DrawStatus.Open;

    public static async ValueTask<DrawState> LoadAsync(
        IEventStore store, string campaign, string draw, string period, CancellationToken cancellationToken)
    {
        var state = new DrawState(Streams.Draw(draw, period));
        await foreach (var stored in store.ReadStreamAsync(campaign, state.Stream, 0, cancellationToken).ConfigureAwait(false))
            state = state.Evolve(EventCodec.Decode(stored), stored.Position) with { Version = stored.Version };
        return state;
    }

    /// <summary>The position of the freeze alone, which is the first event of the stream and is not read; null while it is open.</summary>
    public static async ValueTask<long?> CutAsync(IEventStore store, string campaign, string draw, string period, CancellationToken cancellationToken)
    {
        await foreach (var stored in store.ReadStreamAsync(campaign, Streams.Draw(draw, period), 0, cancellationToken).ConfigureAwait(false))
            return stored.Position;
        return null;
    }

    /// <summary>The prizes as they stand; null before the publication.</summary>
    public Claims? Prizes()
    {
        if (Published is not { } published)
            return null;
        var prizes = CampaignKit.Draws.Claims.Open(Transcript.Parse(Held!.Transcript), published.At);
        return Claims.Aggregate(prizes, (so, fact) => Accepted(fact, fact switch
        {
            ClaimRecorded e => so.Claim(e.Rule, e.Entry, e.At),
            ForfeitRecorded e => so.Forfeit(e.Rule, e.Entry, e.At, e.Reason, e.By),
            _ => throw new InvalidDataException($"{fact.GetType().Name} tells nothing of prizes."),
        }));
    }

    /// <summary>The state as it would be if the record were frozen now, at its end.</summary>
    public DrawState If(DrawFrozen freeze) => Evolve(freeze, long.MaxValue);

    private static Claims Accepted(CampaignEvent fact, ClaimAnswer answer) => answer is ClaimAccepted accepted
        ? accepted.Claims
        : throw new InvalidDataException($"{fact} does not follow from what was recorded before: {((ClaimRefused)answer).Why.Message}");

    private DrawState Evolve(CampaignEvent fact, long position) => fact switch
    {
        DrawFrozen frozen => this with { Cut = position, Frozen = frozen },
        DrawLocked locked => this with { Locked = locked },
        DrawHeld held => this with { Held = held },
        DrawPublished published => this with { Published = published },
        ClaimRecorded or ForfeitRecorded => this with { Claims = Claims.Add(fact) },
        DrawCancelled cancelled => this with { Cancelled = cancelled },
        var other => throw new InvalidDataException($"A draw's stream holds no {other.GetType().Name}."),
    };
}
