using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit;

/// <summary>The draws of a campaign in the order of their locks; a draw gets its number in the same append that locks it.</summary>
internal static class DrawRegister
{
    /// <summary>The number of the next draw to be locked.</summary>
    public static async ValueTask<DrawNumber> NextAsync(IEventStore store, string campaign, CancellationToken cancellationToken)
    {
        var (count, last) = (0L, (Digest?)null);
        await foreach (var (sequence, fact) in ReadAsync(store, campaign, cancellationToken).ConfigureAwait(false))
            (count, last) = (sequence, Digest.Parse(fact.ManifestDigest));
        return new DrawNumber(count + 1, last);
    }

    /// <summary>The entry of a draw, to be appended with its lock.</summary>
    public static StreamAppend Entry(DrawNumber number, string draw, string period, Digest manifest, Instant at) => new(
        Streams.DrawRegister,
        ExpectedVersion.At(number.Sequence - 1),
        [EventCodec.Encode(new DrawNumbered(draw, period, manifest.ToString(), at))]);

    /// <summary>All lines, each with what has become of the draw.</summary>
    public static async ValueTask<IReadOnlyList<NumberedDraw>> LinesAsync(IEventStore store, string campaign, CancellationToken cancellationToken)
    {
        var lines = new List<NumberedDraw>();
        await foreach (var (sequence, fact) in ReadAsync(store, campaign, cancellationToken).ConfigureAwait(false))
        {
            var state = await DrawState.LoadAsync(store, campaign, fact.Draw, fact.Period, cancellationToken).ConfigureAwait(false);
            lines.Add(new NumberedDraw(sequence, fact.Draw, fact.Period, Digest.Parse(fact.ManifestDigest), state.Status, state.Cancelled?.Reason));
        }

        return lines;
    }

    private static async IAsyncEnumerable<(long Sequence, DrawNumbered Fact)> ReadAsync(
        IEventStore store, string campaign, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in store.ReadStreamAsync(campaign, Streams.DrawRegister, 0, cancellationToken).ConfigureAwait(false))
            yield return (stored.Version, (DrawNumbered)EventCodec.Decode(stored));
    }
}
