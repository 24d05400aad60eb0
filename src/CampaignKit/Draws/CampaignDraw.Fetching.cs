using CampaignKit.Calendars;
using CampaignKit.Draws;

namespace CampaignKit;

public sealed partial class CampaignDraw
{
    /// <summary>
    /// Holds the draw of a period with the randomness that <paramref name="source"/> fetches: that of the source locked, or of the late one
    /// if the first has not spoken by the time at which the late one decides. To be called from time to time until it is held.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="source">Fetches it, such as <see cref="DrandClient"/>.</param>
    /// <param name="cancellationToken">Stops it; the result may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsHeld"/>, the same each time; or <see cref="DrawRefused"/> with <see cref="EntropyPending"/>, <see cref="NotLocked"/>,
    /// <see cref="EntropyRefused"/> or <see cref="DrawCalledOff"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's, or the source cannot fetch what was locked.</exception>
    /// <exception cref="BeaconException">Nobody who was asked gave a sound answer, and the late source does not decide yet; it can be sent again.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> HoldAsync(CampaignPeriod period, IEntropySource source, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(source);
        var state = await _record.LoadAsync(Checked(period).Id, cancellationToken).ConfigureAwait(false);
        if (state.Held is { } held)
            return await HoldAsync(period, Transcript.Parse(held.Transcript).Entropy, cancellationToken).ConfigureAwait(false);
        if (state.Locked is not { } locked)
            return new DrawRefused(new NotLocked(Definition.Id, period.Id));
        if (state.Cancelled is { } cancelled)
            return CalledOff(cancelled);

        var manifest = Manifest.Parse(locked.Manifest);
        var now = _clock.GetCurrentInstant();
        if (now < manifest.DecidesFrom)
            return Pending(manifest.DecidesFrom);
        var (record, silence) = await FirstAsync(manifest, source, mayFail: now >= manifest.LateDecidesFrom, cancellationToken).ConfigureAwait(false);
        if (record is not null)
            return await HoldAsync(period, record, cancellationToken).ConfigureAwait(false);
        if (manifest.Late is not { } late || now < manifest.LateDecidesFrom)
            return Pending(manifest.DecidesFrom);
        return source.CanFetch(late.Entropy) && await source.FetchAsync(late.Entropy, cancellationToken).ConfigureAwait(false) is { } other
            ? await HoldAsync(period, other, silence, cancellationToken).ConfigureAwait(false)
            : Pending(manifest.LateDecidesFrom);

        DrawRefused Pending(NodaTime.Instant? due) => new(new EntropyPending(Definition.Id, period.Id, due));
    }

    /// <summary>What the first source says; or why it is taken to be silent.</summary>
    private static async Task<(EntropyRecord? Record, string Silence)> FirstAsync(
        Manifest manifest, IEntropySource source, bool mayFail, CancellationToken cancellationToken)
    {
        try
        {
            return (await source.FetchAsync(manifest.Entropy, cancellationToken).ConfigureAwait(false), $"{manifest.Entropy} has not spoken");
        }
        catch (BeaconException failed) when (mayFail)
        {
            var reason = string.Join(' ', failed.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return (null, reason.Length <= TextGuard.MaxLength ? reason : $"{manifest.Entropy} could not be fetched");
        }
    }
}
