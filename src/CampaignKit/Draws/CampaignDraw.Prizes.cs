using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit;

public sealed partial class CampaignDraw
{
    /// <summary>Who decided when a prize was forfeited by time alone.</summary>
    private const string Deadline = "deadline";

    /// <summary>The prizes of a period as they stand: who holds each, whether it is claimed and until when it can be. Null until the outcome is published.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Prize>?> PrizesAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        (await LoadAsync(period, cancellationToken).ConfigureAwait(false)).Prizes()?.Prizes;

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
            var now = NowAfter(prizes);
            var answer = prizes.Claim(rule, entry, now);
            if (answer is ClaimRefused { Why: var why })
                return new DrawRefused(new PrizeRefused(Definition.Id, period.Id, why));
            var prize = ((ClaimAccepted)answer).Claims.PrizeOf(rule, entry)!;
            var fact = new ClaimRecorded(Definition.Id, period.Id, rule, entry, NumberOf(prize.Entry), now);
            return await _record.AppendAsync(state, $"claim\n{rule}\n{entry}", [fact], null, cancellationToken).ConfigureAwait(false)
                ? new PrizeIsClaimed(prize, IsRepeat: false)
                : null;
        }
    }

    /// <summary>Takes a prize back from its holder, with a reason that is published; the next alternate follows.</summary>
    /// <param name="period">The period.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="entry">The id of the entry that holds the prize.</param>
    /// <param name="reason">Why, at most 200 characters and 256 bytes of UTF-8.</param>
    /// <param name="by">Who decided, the host's opaque key; it is published too.</param>
    /// <param name="cancellationToken">Stops it; it may still be recorded.</param>
    /// <returns>
    /// <see cref="PrizeIsForfeited"/>, also if it was so already for the same reason by the same person; or <see cref="DrawRefused"/> with
    /// <see cref="NotPublished"/>, <see cref="DrawCalledOff"/> or <see cref="PrizeRefused"/>, as when it is claimed.
    /// </returns>
    /// <exception cref="ArgumentException">A text is blank, too long or holds control characters.</exception>
    /// <exception cref="KeyNotFoundException">The draw has no such rule.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> ForfeitAsync(
        CampaignPeriod period, string rule, string entry, string reason, string by, CancellationToken cancellationToken = default)
    {
        Guard.Against.UnpublishableText(reason);
        Guard.Against.UnpublishableText(by);
        return await OnPrizesAsync(
            period,
            (state, prizes) => ForfeitAsync(state, prizes, rule, entry, reason, by, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes back every prize whose time to be claimed is over, and promotes the alternates, who then have as much time. To be called from
    /// time to time; nothing happens while nothing is overdue.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops it; what was recorded stays.</param>
    /// <returns>The prizes that this call took back, as they stand now; <see cref="PrizesAsync"/> has all.</returns>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<IReadOnlyList<Prize>> ForfeitOverdueAsync(CampaignPeriod period, CancellationToken cancellationToken = default)
    {
        return await TakeAsync(period, TakeOverdueAsync, cancellationToken).ConfigureAwait(false);

        async Task<IReadOnlyList<Prize>?> TakeOverdueAsync(DrawState state)
        {
            if (state.Prizes() is not { } prizes)
                return [];
            var (now, facts, taken) = (NowAfter(prizes), new List<CampaignEvent>(), new List<Prize>());
            foreach (var prize in prizes.OverdueAt(_clock.GetCurrentInstant()).Take(EventStoreLimits.EventsPerAppend))
            {
                var reason = $"not claimed by {prize.Until}";
                var accepted = (ClaimAccepted)prizes.Forfeit(prize.RuleId, prize.Entry.Id, now, reason, Deadline);
                facts.Add(FactOf(state, prize, accepted.Claims, now, reason, Deadline));
                taken.Add(accepted.Claims.PrizeOf(prize.RuleId, prize.Entry.Id)!);
                prizes = accepted.Claims;
            }

            return facts.Count == 0 ? []
                : await _record.AppendAsync(state, $"forfeit overdue\n{state.Version}", facts, null, cancellationToken).ConfigureAwait(false) ? taken
                : null;
        }
    }

    private async Task<DrawAnswer?> ForfeitAsync(
        DrawState state, Claims prizes, string rule, string entry, string reason, string by, CancellationToken cancellationToken)
    {
        if (state.Claims.OfType<ForfeitRecorded>().Any(before => (before.Rule, before.Entry, before.Reason, before.By) == (rule, entry, reason, by)))
            return new PrizeIsForfeited(prizes.PrizeOf(rule, entry)!, IsRepeat: true);

        var now = NowAfter(prizes);
        var answer = prizes.Forfeit(rule, entry, now, reason, by);
        if (answer is ClaimRefused { Why: var why })
            return new DrawRefused(new PrizeRefused(state.Held!.Draw, state.Held.Period, why));
        var after = ((ClaimAccepted)answer).Claims;
        var fact = FactOf(state, prizes.PrizeOf(rule, entry)!, after, now, reason, by);
        return await _record.AppendAsync(state, $"forfeit\n{rule}\n{entry}", [fact], null, cancellationToken).ConfigureAwait(false)
            ? new PrizeIsForfeited(after.PrizeOf(rule, entry)!, IsRepeat: false)
            : null;
    }

    private static ForfeitRecorded FactOf(DrawState state, Prize lost, Claims after, Instant now, string reason, string by)
    {
        var next = after.PrizeOf(lost.RuleId, lost.Entry.Id)!;
        var promoted = next.Status == PrizeStatus.Open ? new PromotedEntry(next.Entry.Id, NumberOf(next.Entry)) : null;
        return new ForfeitRecorded(state.Held!.Draw, state.Held.Period, lost.RuleId, lost.Entry.Id, NumberOf(lost.Entry), reason, by, promoted, now);
    }

    /// <summary>The time of this host, or that of the last event if another host's clock is ahead: what happens to prizes is in order.</summary>
    private Instant NowAfter(Claims prizes) => Instant.Max(_clock.GetCurrentInstant(), prizes.Events[^1].At);

    private async Task<DrawAnswer> OnPrizesAsync(CampaignPeriod period, Func<DrawState, Claims, Task<DrawAnswer?>> step, CancellationToken cancellationToken) =>
        await TakeAsync(
            period,
            async state => state.Cancelled is { } cancelled ? CalledOff(cancelled)
                : state.Prizes() is { } prizes ? await step(state, prizes).ConfigureAwait(false)
                : new DrawRefused(new NotPublished(Definition.Id, period.Id)),
            cancellationToken).ConfigureAwait(false);

    private static int NumberOf(DrawnEntry entry) => int.Parse(entry.Person, NumberStyles.None, CultureInfo.InvariantCulture);
}
