using CampaignKit.Calendars;
using CampaignKit.Draws;
using Microsoft.Extensions.Logging;

namespace CampaignKit;

public sealed partial class CampaignDraw
{
    private const string Silence = "the first source had not spoken when the late one decided";

    /// <summary>
    /// Holds the draw of a period with the randomness that <paramref name="source"/> fetches: that of the source locked, or of the late one
    /// if the first has not spoken by the time at which the late one decides. To be called from time to time until it is held. A late source
    /// in the operator's hands is not fetched: hold with its record then.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="source">Fetches it, such as <see cref="DrandClient"/>, or several by <see cref="EntropySources"/>.</param>
    /// <param name="cancellationToken">Stops it; the result may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsHeld"/>, the same each time; or <see cref="DrawRefused"/> with <see cref="EntropyPending"/>, <see cref="NotLocked"/>,
    /// <see cref="EntropyRefused"/> or <see cref="DrawCalledOff"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's, or the source cannot fetch what was locked.</exception>
    /// <exception cref="BeaconException">Nobody who was asked gave a sound answer; it can be sent again.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> HoldAsync(CampaignPeriod period, IEntropySource source, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(source);
        var state = await LoadAsync(period, cancellationToken).ConfigureAwait(false);
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
        var lateDecides = now >= manifest.LateDecidesFrom;
        if (await FirstAsync(manifest, source, mayFail: lateDecides, cancellationToken).ConfigureAwait(false) is { } record)
            return await HoldAsync(period, record, cancellationToken).ConfigureAwait(false);
        if (!lateDecides)
            return Pending(manifest.DecidesFrom);
        if (!source.CanFetch(manifest.Late!.Entropy))
            return Pending(due: null);
        return await source.FetchAsync(manifest.Late.Entropy, cancellationToken).ConfigureAwait(false) is { } other
            ? await HoldAsync(period, other, Silence, cancellationToken).ConfigureAwait(false)
            : Pending(manifest.LateDecidesFrom);

        DrawRefused Pending(NodaTime.Instant? due) => new(new EntropyPending(Definition.Id, period.Id, due));
    }

    /// <summary>What the first source says; null if it is silent, or fails when the late one decides.</summary>
    private async Task<EntropyRecord?> FirstAsync(Manifest manifest, IEntropySource source, bool mayFail, CancellationToken cancellationToken)
    {
        try
        {
            return await source.FetchAsync(manifest.Entropy, cancellationToken).ConfigureAwait(false);
        }
        catch (BeaconException failed) when (mayFail)
        {
            LogSilent(_campaign.Id, manifest.Name, failed);
            return null;
        }
    }

    [LoggerMessage(7, LogLevel.Warning, "Campaign {Campaign}: the first source of randomness of the draw {Draw} cannot be asked; the late one decides")]
    private partial void LogSilent(string campaign, DrawName draw, Exception failed);
}
