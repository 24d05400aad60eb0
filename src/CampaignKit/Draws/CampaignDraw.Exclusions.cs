using CampaignKit.EventStore;

namespace CampaignKit;

public sealed partial class CampaignDraw
{
    /// <summary>
    /// Excludes a participant from the draws of this kind that are frozen from now on, such as the organiser's staff. The reason is
    /// published with each draw.
    /// </summary>
    /// <param name="who">The participant.</param>
    /// <param name="reason">Why, at most 200 characters and 256 bytes of UTF-8.</param>
    /// <param name="by">Who decided, the host's opaque key.</param>
    /// <param name="cancellationToken">Stops it; the exclusion may still be recorded.</param>
    /// <returns><see cref="Recorded"/>, also if it was so already; or <see cref="Refused"/> with <see cref="NotEnrolled"/>.</returns>
    /// <exception cref="ArgumentException">A text is blank, too long or holds control characters.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<Answer> ExcludeAsync(ParticipantId who, string reason, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnpublishableText(reason);
        Guard.Against.UnpublishableText(by);
        return await ChangeAsync(
            who,
            (number, excluded) => excluded == reason ? null : new ExcludedFromDraw(Definition.Id, number, reason, by, _clock.GetCurrentInstant()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets a participant who was excluded win again, in draws that are frozen from now on.</summary>
    /// <param name="who">The participant.</param>
    /// <param name="by">Who decided, the host's opaque key.</param>
    /// <param name="cancellationToken">Stops it; it may still be recorded.</param>
    /// <returns><see cref="Recorded"/>, also if it was so already; or <see cref="Refused"/> with <see cref="NotEnrolled"/>.</returns>
    /// <exception cref="ArgumentException">A text is blank, too long or holds control characters.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<Answer> ReadmitAsync(ParticipantId who, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnpublishableText(by);
        return await ChangeAsync(
            who,
            (number, excluded) => excluded is null ? null : new ReadmittedToDraw(Definition.Id, number, by, _clock.GetCurrentInstant()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what <paramref name="change"/> makes of the participant's number and the reason of the exclusion in force, if anything.</summary>
    private async Task<Answer> ChangeAsync(ParticipantId who, Func<int, string?, CampaignEvent?> change, CancellationToken cancellationToken)
    {
        if (await EnrolmentOfAsync(who, cancellationToken).ConfigureAwait(false) is not { } enrolment)
            return new Refused(new NotEnrolled(who));

        var stream = Streams.Exclusions(Definition.Id);
        for (var attempt = 1; attempt <= _options.MaxAttempts; attempt++)
        {
            var (version, position, reason) = (0L, enrolment.Position, (string?)null);
            await foreach (var stored in _store.ReadStreamAsync(_campaign.Id, stream, 0, cancellationToken).ConfigureAwait(false))
            {
                (version, position) = (stored.Version, stored.Position);
                reason = EventCodec.Decode(stored) switch
                {
                    ExcludedFromDraw e when e.Number == enrolment.Number => e.Reason,
                    ReadmittedToDraw e when e.Number == enrolment.Number => null,
                    _ => reason,
                };
            }

            if (change(enrolment.Number, reason) is not { } fact)
                return new Recorded(position, IsRepeat: true);
            var append = new Append(AppendId.Of($"{stream}\n{version + 1}\n{enrolment.Number}\n{fact}"), stream, ExpectedVersion.At(version), EventCodec.Encode(fact));
            if (await _store.AppendAsync(_campaign.Id, append, cancellationToken).ConfigureAwait(false) is AppendCommitted committed)
                return new Recorded(committed.FirstPosition, IsRepeat: false);
        }

        throw new TooManyConflictsException(stream, _options.MaxAttempts);
    }

    private async ValueTask<(int Number, long Position)?> EnrolmentOfAsync(ParticipantId who, CancellationToken cancellationToken)
    {
        await foreach (var stored in _store.ReadStreamAsync(_campaign.Id, Streams.Participant(who), 0, cancellationToken).ConfigureAwait(false))
        {
            if (EventCodec.Decode(stored) is Enrolled enrolled)
                return (enrolled.Number, stored.Position);
        }

        return null;
    }
}
