using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Draws;

namespace CampaignKit;

public sealed partial class CampaignDraw
{
    /// <summary>Who decided when a prize was forfeited by time alone.</summary>
    private const string Deadline = "deadline";

    /// <summary>The prizes of a period as they stand: who holds each, whether it is claimed and until when it can be. Null until the outcome is published.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Prize>?> PrizesAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        (await _record.LoadAsync(Checked(period).Id, cancellationToken).ConfigureAwait(false)).Prizes()?.Prizes;

    /// <summary>The holder of a prize claims it.</summary>
    /// <param name="period">The period.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="entry">The id of the entry: a participant's number, or the id of a message or check-in.</param>
    /// <param name="cancellationToken">Stops it; the claim may still be recorded.</param>
    /// <returns>
    /// <see cref="PrizeIsClaimed"/>, also if it was so already; or <see cref="DrawRefused"/> with <see cref="NotPublished"/>,
    /// <see cref="DrawCalledOff"/> or <see cref="PrizeRefused"/>, as when the time is over.
    /// </returns>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> ClaimAsync(CampaignPeriod period, string rule, string entry, CancellationToken cancellationToken = default)
    {
        return await OnPrizesAsync(period, ClaimAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> ClaimAsync(DrawState state, Claims prizes)
        {
            if (prizes.PrizeOf(rule, entry) is { Status: PrizeStatus.Claimed } claimed && claimed.Entry.Id == entry)
                return new PrizeIsClaimed(claimed, IsRepeat: true);
            var now = _clock.GetCurrentInstant();
            var answer = prizes.Claim(rule, entry, now);
            if (answer is ClaimRefused { Why: var why })
                return new DrawRefused(new PrizeRefused(Definition.Id, period.Id, why));
            var prize = ((ClaimAccepted)answer).Claims.PrizeOf(rule, entry)!;
            var fact = new ClaimRecorded(Definition.Id, period.Id, rule, entry, NumberOf(prize.Entry), now);
            return await _record.AppendAsync(state, $"claim\n{rule}\n{entry}", fact, null, cancellationToken).ConfigureAwait(false)
                ? new PrizeIsClaimed(prize, IsRepeat: false)
                : null;
        }
    }

    /// <summary>Takes a prize back from its holder, with a reason that is published; the next alternate follows.</summary>
    /// <param name="period">The period.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="entry">The id of the entry that holds the prize.</param>
    /// <param name="reason">Why, at most 200 characters.</param>
    /// <param name="by">Who decided, the host's opaque key; it is published too.</param>
    /// <param name="cancellationToken">Stops it; it may still be recorded.</param>
    /// <returns>
    /// <see cref="PrizeIsForfeited"/>; or <see cref="DrawRefused"/> with <see cref="NotPublished"/>, <see cref="DrawCalledOff"/> or
    /// <see cref="PrizeRefused"/>, as when it is claimed or was forfeited before.
    /// </returns>
    /// <exception cref="ArgumentException">A text is blank, too long or holds control characters.</exception>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> ForfeitAsync(
        CampaignPeriod period, string rule, string entry, string reason, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnfitText(reason);
        Guard.Against.UnfitText(by);
        return await OnPrizesAsync(
            period,
            (state, prizes) => ForfeitAsync(state, prizes, rule, entry, reason, by, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes back, one after another, every prize whose time to be claimed is over, and promotes the alternates, who then have as much time.
    /// To be called from time to time; nothing happens while nothing is overdue.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops it; what was recorded stays.</param>
    /// <returns>The prizes that were taken back, as they stand now.</returns>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<IReadOnlyList<Prize>> ForfeitOverdueAsync(CampaignPeriod period, CancellationToken cancellationToken = default)
    {
        var taken = new List<Prize>();
        while (await _record.TakeAsync(Checked(period).Id, TakeFirstAsync, cancellationToken).ConfigureAwait(false) is [var prize])
            taken.Add(prize);
        return taken;

        // One at a time: a prize that is promoted has a deadline of its own.
        async Task<IReadOnlyList<Prize>?> TakeFirstAsync(DrawState state) =>
            state.Prizes()?.OverdueAt(_clock.GetCurrentInstant()) is not [var first, ..] ? []
            : await ForfeitAsync(state, state.Prizes()!, first.RuleId, first.Entry.Id, $"not claimed by {first.Until}", Deadline, cancellationToken).ConfigureAwait(false)
                is PrizeIsForfeited forfeited ? [forfeited.Prize]
            : null;
    }

    private async Task<DrawAnswer?> ForfeitAsync(
        DrawState state, Claims prizes, string rule, string entry, string reason, string by, CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        var (draw, period) = (state.Held!.Draw, state.Held.Period);
        var answer = prizes.Forfeit(rule, entry, now, reason, by);
        if (answer is ClaimRefused { Why: var why })
            return new DrawRefused(new PrizeRefused(draw, period, why));
        var (before, after) = (prizes.PrizeOf(rule, entry)!, ((ClaimAccepted)answer).Claims.PrizeOf(rule, entry)!);
        var promoted = after.Status == PrizeStatus.Open ? new PromotedEntry(after.Entry.Id, NumberOf(after.Entry)) : null;
        var fact = new ForfeitRecorded(draw, period, rule, entry, NumberOf(before.Entry), reason, by, promoted, now);
        return await _record.AppendAsync(state, $"forfeit\n{rule}\n{entry}", fact, null, cancellationToken).ConfigureAwait(false)
            ? new PrizeIsForfeited(after)
            : null;
    }

    private async Task<DrawAnswer> OnPrizesAsync(CampaignPeriod period, Func<DrawState, Claims, Task<DrawAnswer?>> step, CancellationToken cancellationToken) =>
        await _record.TakeAsync(
            Checked(period).Id,
            async state => state.Cancelled is { } cancelled ? CalledOff(cancelled)
                : state.Prizes() is { } prizes ? await step(state, prizes).ConfigureAwait(false)
                : new DrawRefused(new NotPublished(Definition.Id, period.Id)),
            cancellationToken).ConfigureAwait(false);

    private static int NumberOf(DrawnEntry entry) => int.Parse(entry.Person, NumberStyles.None, CultureInfo.InvariantCulture);
}
