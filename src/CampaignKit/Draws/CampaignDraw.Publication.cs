using CampaignKit.Calendars;
using CampaignKit.Draws;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CampaignKit;

public sealed partial class CampaignDraw
{
    /// <summary>Makes the outcome public: prizes stand in handbooks and can be claimed from then on.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops it; the publication may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsPublished"/>, the same each time; or <see cref="DrawRefused"/> with <see cref="NotHeld"/> or <see cref="DrawCalledOff"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's, or has no day of the campaign.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> PublishAsync(CampaignPeriod period, CancellationToken cancellationToken = default)
    {
        return await TakeAsync(period, PublishAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> PublishAsync(DrawState state)
        {
            if (state.Cancelled is { } cancelled)
                return CalledOff(cancelled);
            if (state.Held is not { } held)
                return new DrawRefused(new NotHeld(Definition.Id, period.Id));
            var at = state.Published?.At ?? NotBeforeItsRandomness(_clock.GetCurrentInstant());
            var isNew = state.Published is null;
            if (isNew && !await _record.AppendAsync(state, "publish", [new DrawPublished(Definition.Id, period.Id, at)], null, cancellationToken).ConfigureAwait(false))
                return null;
            var published = isNew ? await LoadAsync(period, cancellationToken).ConfigureAwait(false) : state;
            return new DrawIsPublished(await _record.ResultAsync(published, cancellationToken).ConfigureAwait(false), at, IsRepeat: !isNew);

            // The clock of another host may be ahead of this one's.
            Instant NotBeforeItsRandomness(Instant now) => Instant.Max(now, Transcript.Parse(held.Transcript).DecidedFrom ?? now);
        }
    }

    /// <summary>
    /// Calls a draw off that is frozen or locked and not yet published. One that is locked keeps its number in the register, with the
    /// reason, and the period gets no other draw of this kind.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="reason">Why, at most 200 characters and 256 bytes of UTF-8; it is public.</param>
    /// <param name="by">Who decided, the host's opaque key.</param>
    /// <param name="cancellationToken">Stops it; the cancellation may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsCancelled"/>, with the first reason; or <see cref="DrawRefused"/> with <see cref="NotLocked"/> or <see cref="AlreadyPublished"/>.
    /// </returns>
    /// <exception cref="ArgumentException">A text is blank or too long, or the period is not one of this draw's or has no day of the campaign.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> CancelAsync(CampaignPeriod period, string reason, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnpublishableText(reason);
        Guard.Against.UnpublishableText(by);
        return await TakeAsync(period, CancelAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> CancelAsync(DrawState state)
        {
            if (state.Cancelled is { } cancelled)
                return new DrawIsCancelled(cancelled.Reason, IsRepeat: true);
            if (state.Frozen is null)
                return new DrawRefused(new NotLocked(Definition.Id, period.Id));
            if (state.Published is not null)
                return new DrawRefused(new AlreadyPublished(Definition.Id, period.Id));
            var fact = new DrawCancelled(Definition.Id, period.Id, reason, by, _clock.GetCurrentInstant());
            if (!await _record.AppendAsync(state, "cancel", [fact], null, cancellationToken).ConfigureAwait(false))
                return null;
            LogCancelled(_campaign.Id, Definition.Id, period.Id, reason);
            return new DrawIsCancelled(reason, IsRepeat: false);
        }
    }

    [LoggerMessage(6, LogLevel.Warning, "Campaign {Campaign}: the draw {Draw} of {Period} is cancelled: {Reason}")]
    private partial void LogCancelled(string campaign, string draw, string period, string reason);
}
