using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// A periodic draw of a running campaign. For each period it goes Open, Frozen, Locked, Held, Published, and never back: the lock first
/// freezes the record, by a fact with a place of its own in the order of the campaign, then fixes rules, pools, the source of randomness
/// and the draw's number; holding follows from these and the randomness alone. A draw that is locked and not yet published can be
/// cancelled, and keeps its number. Each step can be repeated and gives the same. Safe to use from any thread.
/// </summary>
/// <remarks>
/// What was locked is worked out again from the record, by the definition as it was at the freeze: a later version of it changes nothing.
/// </remarks>
public sealed partial class CampaignDraw
{
    private readonly Campaign _campaign;
    private readonly IEventStore _store;
    private readonly CampaignKitOptions _options;
    private readonly DrawRecord _record;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    internal CampaignDraw(Campaign campaign, DrawDefinition definition, IEventStore store, CampaignKitOptions options, IClock clock, ILogger logger)
    {
        _campaign = campaign;
        Definition = definition;
        _store = store;
        _options = options;
        _record = new DrawRecord(campaign.Id, definition.Id, store, options);
        _clock = clock;
        _logger = logger;
    }

    /// <summary>The definition.</summary>
    public DrawDefinition Definition { get; }

    /// <summary>The period that contains a day.</summary>
    /// <param name="day">The campaign day.</param>
    public CampaignPeriod PeriodOf(LocalDate day) => _campaign.Calendar.PeriodOf(Definition.Every, day);

    /// <summary>When the records of a period are frozen: from then on its draw can be locked.</summary>
    /// <param name="period">The period.</param>
    public Instant FreezesAt(CampaignPeriod period) => _campaign.FreezesAt(Definition, Checked(period));

    /// <summary>Locks the draw of a period to one source of randomness, for which it waits as long as it takes.</summary>
    /// <inheritdoc cref="LockAsync(CampaignPeriod, FutureEntropy, LateEntropy?, CancellationToken)"/>
    public Task<DrawAnswer> LockAsync(CampaignPeriod period, FutureEntropy entropy, CancellationToken cancellationToken = default) =>
        LockAsync(period, entropy, late: null, cancellationToken);

    /// <summary>Locks the draw of a period: works out the pools from the frozen records and fixes the manifest.</summary>
    /// <param name="period">The period.</param>
    /// <param name="entropy">The source of randomness that will decide; of a beacon, a round that is still to come.</param>
    /// <param name="late">What decides if that source does not speak in time; null to wait for it.</param>
    /// <param name="cancellationToken">Stops it; the lock may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsLocked"/>, with the first lock if there is one; or <see cref="DrawRefused"/> with <see cref="NotFrozen"/> or
    /// <see cref="EntropyRefused"/>, <see cref="QuotaInfeasible"/>, <see cref="PoolsUnfit"/> or <see cref="DrawCalledOff"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The period is not one of this draw's, or has no day of the campaign; or <paramref name="late"/> does not fit behind <paramref name="entropy"/>.
    /// </exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> LockAsync(
        CampaignPeriod period, FutureEntropy entropy, LateEntropy? late, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(entropy);
        var freezesAt = FreezesAt(period);
        return await _record.TakeAsync(period.Id, LockAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> LockAsync(DrawState state)
        {
            if (state.Cancelled is { } cancelled)
                return CalledOff(cancelled);
            if (state.Locked is not null)
                return new DrawIsLocked(await _record.RestoreAsync(state, cancellationToken).ConfigureAwait(false), IsRepeat: true);

            var now = _clock.GetCurrentInstant();
            if (now < freezesAt)
                return new DrawRefused(new NotFrozen(Definition.Id, period.Id, freezesAt));
            if (IsKnown(now) is { } tooLate)
                return tooLate;

            // Nothing can be mended behind a freeze, so what cannot be locked is found before it.
            var freeze = new DrawFrozen(Definition.Id, period.Id, CampaignFile.Write(_campaign), now);
            var number = await DrawRegister.NextAsync(_store, _campaign.Id, cancellationToken).ConfigureAwait(false);
            LockedDraw draw;
            try
            {
                var plan = await _record.PlanAsync(state.Frozen is null ? state.If(freeze) : state, cancellationToken).ConfigureAwait(false);
                draw = plan.Numbered(number).Lock(entropy, late);
            }
            catch (InfeasibleQuotasException infeasible)
            {
                return new DrawRefused(new QuotaInfeasible(Definition.Id, period.Id, infeasible.Conflicts));
            }
            catch (PoolFormatException unfit)
            {
                return new DrawRefused(new PoolsUnfit(Definition.Id, period.Id, unfit.Message));
            }

            if (state.Frozen is null)
            {
                // The freeze has a place of its own in the order of the campaign: what is recorded after it is late, and is told so.
                await _record.AppendAsync(state, "freeze", [freeze], null, cancellationToken).ConfigureAwait(false);
                return null;
            }

            // Working out the pools takes time, in which a round may have come.
            now = _clock.GetCurrentInstant();
            if (IsKnown(now) is { } meanwhile)
                return meanwhile;
            var fact = new DrawLocked(Definition.Id, period.Id, draw.Manifest.ToString(), now);
            if (!await _record.AppendAsync(state, "lock", [fact], DrawRegister.Entry(number, Definition.Id, period.Id, draw.Manifest.Digest, now), cancellationToken).ConfigureAwait(false))
                return null;
            LogLocked(_campaign.Id, Definition.Id, period.Id, draw.Manifest.Digest);
            return new DrawIsLocked(draw, IsRepeat: false);
        }

        DrawRefused? IsKnown(Instant now) => entropy.Due <= now || late?.Entropy.Due <= now
            ? Refuse(period, $"{(entropy.Due <= now ? entropy : late!.Entropy)} is known by now; a lock names randomness that is still to come.")
            : null;
    }

    /// <summary>Holds the draw of a period with the randomness that the lock named.</summary>
    /// <inheritdoc cref="HoldAsync(CampaignPeriod, EntropyRecord, string?, CancellationToken)"/>
    public Task<DrawAnswer> HoldAsync(CampaignPeriod period, EntropyRecord entropy, CancellationToken cancellationToken = default) =>
        HoldAsync(period, entropy, lateReason: null, cancellationToken);

    /// <summary>Holds the draw of a period with the randomness that the lock named, be it that of the late source.</summary>
    /// <param name="period">The period.</param>
    /// <param name="entropy">The randomness.</param>
    /// <param name="lateReason">Why the first source did not decide, at most 200 characters and 256 bytes of UTF-8, which is published; null if it did.</param>
    /// <param name="cancellationToken">Stops it; the result may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsHeld"/>, the same each time; or <see cref="DrawRefused"/> with <see cref="NotLocked"/>, <see cref="EntropyRefused"/> or
    /// <see cref="DrawCalledOff"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's, or has no day of the campaign; or the reason is blank or too long.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> HoldAsync(
        CampaignPeriod period, EntropyRecord entropy, string? lateReason, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(entropy);
        if (lateReason is not null)
            Guard.Against.UnpublishableText(lateReason);
        return await TakeAsync(period, HoldAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> HoldAsync(DrawState state)
        {
            if (state.Locked is not { } locked)
                return new DrawRefused(new NotLocked(Definition.Id, period.Id));
            if (state.Cancelled is { } cancelled)
                return CalledOff(cancelled);
            if (state.Held is { } held)
            {
                return Transcript.Parse(held.Transcript).Entropy.Randomness == entropy.Randomness
                    ? new DrawIsHeld(await _record.ResultAsync(state, cancellationToken).ConfigureAwait(false), IsRepeat: true)
                    : Refuse(period, "it was held with other randomness.");
            }

            var (now, manifest) = (_clock.GetCurrentInstant(), Manifest.Parse(locked.Manifest));
            if ((lateReason is null ? manifest.DecidesFrom : manifest.LateDecidesFrom) is { } due && now < due)
                return Refuse(period, $"the randomness decides from {due}, and it is {now}.");

            var draw = await _record.RestoreAsync(state, cancellationToken).ConfigureAwait(false);
            DrawResult result;
            try
            {
                result = draw.Hold(entropy, new HoldOptions { LateReason = lateReason, BeaconSignatures = _options.BeaconSignatures }, cancellationToken);
            }
            catch (EntropyRefusedException wrong)
            {
                return Refuse(period, wrong.Message);
            }

            var fact = new DrawHeld(Definition.Id, period.Id, result.Transcript.WithoutPools().ToJson(), [.. Prizes(result)], now);
            if (!await _record.AppendAsync(state, "hold", [fact], null, cancellationToken).ConfigureAwait(false))
                return null;
            LogHeld(_campaign.Id, Definition.Id, period.Id, fact.Prizes.Count);
            return new DrawIsHeld(result, IsRepeat: false);
        }
    }

    /// <summary>How far the draw of a period has come.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DrawStatus> StatusAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        (await LoadAsync(period, cancellationToken).ConfigureAwait(false)).Status;

    /// <summary>What was locked for a period, with its pools, worked out from the record again. Null while it is open.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<LockedDraw?> LockedAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        await LoadAsync(period, cancellationToken).ConfigureAwait(false) is { Locked: not null } state
            ? await _record.RestoreAsync(state, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>
    /// The outcome of a period's draw with its pools and what became of its prizes, drawn again from the record: <see cref="DrawFolder"/>
    /// writes it for publication.
    /// Null until it is held.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DrawResult?> ResultAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        await LoadAsync(period, cancellationToken).ConfigureAwait(false) is { Held: not null } state
            ? await _record.ResultAsync(state, cancellationToken).ConfigureAwait(false)
            : null;

    private static IEnumerable<PrizeWon> Prizes(DrawResult result) => result.Rules.SelectMany(rule => rule.Winners.Select(
        (winner, place) => new PrizeWon(rule.RuleId, place + 1, NumberOf(winner))));

    /// <summary>The state of a period's draw. One that was frozen stays, whatever periods a later definition has.</summary>
    private async ValueTask<DrawState> LoadAsync(CampaignPeriod period, CancellationToken cancellationToken)
    {
        var state = await _record.LoadAsync(Guard.Against.Null(period).Id, cancellationToken).ConfigureAwait(false);
        if (state.Frozen is null)
            Checked(period);
        return state;
    }

    private Task<T> TakeAsync<T>(CampaignPeriod period, Func<DrawState, Task<T?>> step, CancellationToken cancellationToken)
        where T : class => _record.TakeAsync(
        Guard.Against.Null(period).Id,
        state =>
        {
            if (state.Frozen is null)
                Checked(period);
            return step(state);
        },
        cancellationToken);

    private CampaignPeriod Checked(CampaignPeriod period)
    {
        Guard.Against.Null(period);
        if (period.Rule != Definition.Every)
            throw new ArgumentException($"The draw {Definition.Id} is held for the periods \"{Definition.Every}\"; {period.Id} is one of \"{period.Rule}\".", nameof(period));
        return period.End > _campaign.Opens && period.Start < _campaign.Closes
            ? period
            : throw new ArgumentException($"{period.Id} has no day of the campaign {_campaign.Id}, which is from {_campaign.From:uuuu-MM-dd} to {_campaign.To:uuuu-MM-dd}.", nameof(period));
    }

    private static DrawRefused CalledOff(DrawCancelled fact) => new(new DrawCalledOff(fact.Draw, fact.Period, fact.Reason));

    private DrawRefused Refuse(CampaignPeriod period, string rule) => new(new EntropyRefused(Definition.Id, period.Id, rule));

    [LoggerMessage(4, LogLevel.Information, "Campaign {Campaign}: the draw {Draw} of {Period} is locked with manifest {Digest}")]
    private partial void LogLocked(string campaign, string draw, string period, Digest digest);

    [LoggerMessage(5, LogLevel.Information, "Campaign {Campaign}: the draw {Draw} of {Period} is held, {Prizes} prizes")]
    private partial void LogHeld(string campaign, string draw, string period, int prizes);
}
