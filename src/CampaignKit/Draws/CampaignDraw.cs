using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// A periodic draw of a running campaign. For each period it goes Open, Frozen, Locked, Held, and never back: the lock first freezes the
/// record, by a fact with a place of its own in the order of the campaign, then fixes rules, pools and the source of randomness; holding
/// follows from these and the randomness alone. Each step can be repeated and gives the same. Safe to use from any thread.
/// </summary>
/// <remarks>
/// What was locked is worked out again from the record, by the definition as it was at the freeze: a later version of it changes nothing.
/// </remarks>
public sealed partial class CampaignDraw
{
    private readonly Campaign _campaign;
    private readonly IEventStore _store;
    private readonly CampaignKitOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    internal CampaignDraw(Campaign campaign, DrawDefinition definition, IEventStore store, CampaignKitOptions options, IClock clock, ILogger logger)
    {
        _campaign = campaign;
        Definition = definition;
        _store = store;
        _options = options;
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

    /// <summary>Locks the draw of a period: works out the pools from the frozen records and fixes the manifest.</summary>
    /// <param name="period">The period.</param>
    /// <param name="entropy">The source of randomness that will decide; of a beacon, a round that is still to come.</param>
    /// <param name="cancellationToken">Stops it; the lock may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsLocked"/>, with the first lock if there is one; or <see cref="DrawRefused"/> with <see cref="NotFrozen"/> or
    /// <see cref="EntropyRefused"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's, or has no day of the campaign.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> LockAsync(CampaignPeriod period, FutureEntropy entropy, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(entropy);
        var freezesAt = FreezesAt(period);
        return await TakeAsync(period, LockAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> LockAsync(DrawState state)
        {
            if (state.Locked is not null)
                return new DrawIsLocked(await RestoreAsync(state, cancellationToken).ConfigureAwait(false), IsRepeat: true);

            var now = _clock.GetCurrentInstant();
            if (now < freezesAt)
                return new DrawRefused(new NotFrozen(Definition.Id, period.Id, freezesAt));
            if (entropy.Due is { } due && due <= now)
                return Refuse(period, $"{entropy} is known by now; a lock names randomness that is still to come.");
            if (state.Frozen is null)
            {
                // The freeze has a place of its own in the order of the campaign: what is recorded after it is late, and is told so.
                var freeze = new DrawFrozen(Definition.Id, period.Id, CampaignFile.Write(_campaign), now);
                await AppendAsync(state, "freeze", freeze, cancellationToken).ConfigureAwait(false);
                return null;
            }

            var draw = (await PlanAsync(state, cancellationToken).ConfigureAwait(false)).Lock(entropy);
            var fact = new DrawLocked(Definition.Id, period.Id, draw.Manifest.ToString(), now);
            if (!await AppendAsync(state, "lock", fact, cancellationToken).ConfigureAwait(false))
                return null;
            LogLocked(_campaign.Id, Definition.Id, period.Id, draw.Manifest.Digest);
            return new DrawIsLocked(draw, IsRepeat: false);
        }
    }

    /// <summary>Holds the draw of a period with the randomness that the lock named.</summary>
    /// <param name="period">The period.</param>
    /// <param name="entropy">The randomness.</param>
    /// <param name="cancellationToken">Stops it; the result may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsHeld"/>, the same each time; or <see cref="DrawRefused"/> with <see cref="NotLocked"/> or <see cref="EntropyRefused"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's, or has no day of the campaign.</exception>
    /// <exception cref="TooManyConflictsException">Others kept writing first; it can be sent again.</exception>
    public async Task<DrawAnswer> HoldAsync(CampaignPeriod period, EntropyRecord entropy, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(entropy);
        return await TakeAsync(Checked(period), HoldAsync, cancellationToken).ConfigureAwait(false);

        async Task<DrawAnswer?> HoldAsync(DrawState state)
        {
            if (state.Locked is not { } locked)
                return new DrawRefused(new NotLocked(Definition.Id, period.Id));
            if (state.Held is { } held && Transcript.Parse(held.Transcript).Entropy != entropy)
                return Refuse(period, "it was held with other randomness.");

            var now = _clock.GetCurrentInstant();
            if (state.Held is null && Manifest.Parse(locked.Manifest).DecidesFrom is { } due && now < due)
                return Refuse(period, $"the randomness is due at {due}, and it is {now}.");

            var draw = await RestoreAsync(state, cancellationToken).ConfigureAwait(false);
            DrawResult result;
            try
            {
                result = draw.Hold(entropy, cancellationToken);
            }
            catch (EntropyRefusedException wrong)
            {
                return Refuse(period, wrong.Message);
            }

            if (state.Held is not null)
                return new DrawIsHeld(result, IsRepeat: true);
            var fact = new DrawHeld(Definition.Id, period.Id, result.Transcript.WithoutPools().ToJson(), [.. Prizes(result)], now);
            if (!await AppendAsync(state, "hold", fact, cancellationToken).ConfigureAwait(false))
                return null;
            LogHeld(_campaign.Id, Definition.Id, period.Id, fact.Prizes.Count);
            return new DrawIsHeld(result, IsRepeat: false);
        }
    }

    /// <summary>What was locked for a period, with its pools, worked out from the record again. Null while it is open.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<LockedDraw?> LockedAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        await LoadAsync(Checked(period), cancellationToken).ConfigureAwait(false) is { Locked: not null } state
            ? await RestoreAsync(state, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>
    /// The outcome of a period's draw with its pools, drawn again from the record: <see cref="DrawFolder"/> writes it for publication.
    /// Null until it is held.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DrawResult?> ResultAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        await LoadAsync(Checked(period), cancellationToken).ConfigureAwait(false) is { Held: { } held } state
            ? (await RestoreAsync(state, cancellationToken).ConfigureAwait(false)).Hold(Transcript.Parse(held.Transcript).Entropy, cancellationToken)
            : null;

    private static IEnumerable<PrizeWon> Prizes(DrawResult result) => result.Rules.SelectMany(rule => rule.Winners.Select(
        (winner, place) => new PrizeWon(rule.RuleId, place + 1, int.Parse(winner.Person, NumberStyles.None, CultureInfo.InvariantCulture))));

    private CampaignPeriod Checked(CampaignPeriod period)
    {
        Guard.Against.Null(period);
        if (period.Rule != Definition.Every)
            throw new ArgumentException($"The draw {Definition.Id} is held for the periods \"{Definition.Every}\"; {period.Id} is one of \"{period.Rule}\".", nameof(period));
        return period.End > _campaign.Opens && period.Start < _campaign.Closes
            ? period
            : throw new ArgumentException($"{period.Id} has no day of the campaign {_campaign.Id}, which is from {_campaign.From:uuuu-MM-dd} to {_campaign.To:uuuu-MM-dd}.", nameof(period));
    }

    private DrawRefused Refuse(CampaignPeriod period, string rule) => new(new EntropyRefused(Definition.Id, period.Id, rule));

    /// <summary>Takes a step on the latest state, again and again while others write first; a step that gives no answer is tried again.</summary>
    private async Task<DrawAnswer> TakeAsync(CampaignPeriod period, Func<DrawState, Task<DrawAnswer?>> step, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = await LoadAsync(period, cancellationToken).ConfigureAwait(false);
            if (await step(state).ConfigureAwait(false) is { } answer)
                return answer;

            // The freeze is a step of its own, which gives no answer yet.
            if (attempt > _options.MaxAttempts)
                throw new TooManyConflictsException(state.Stream, attempt);
        }
    }

    private ValueTask<DrawState> LoadAsync(CampaignPeriod period, CancellationToken cancellationToken) =>
        DrawState.LoadAsync(_store, _campaign.Id, Definition.Id, period.Id, cancellationToken);

    private async Task<LockedDraw> RestoreAsync(DrawState state, CancellationToken cancellationToken)
    {
        var (_, pools) = await CollectAsync(state, cancellationToken).ConfigureAwait(false);
        return LockedDraw.Restore(state.Locked!.Manifest, pools);
    }

    private async Task<DrawPlan> PlanAsync(DrawState state, CancellationToken cancellationToken)
    {
        var (definition, pools) = await CollectAsync(state, cancellationToken).ConfigureAwait(false);
        var plan = CampaignKit.Draws.Draw.Plan($"{_campaign.Id}/{definition.Id}/{state.Frozen!.Period}");
        foreach (var rule in definition.Rules)
        {
            plan = rule switch
            {
                TopByDefinition top => plan.TopBy(top.Id, pools[top.Id], top.Take, top.Ties),
                RandomOfDefinition random => plan.Random(random.Id, pools[random.Id], random.Take, random.Alternates),
                NumberEndsWithDefinition number => plan.NumberEndsWith(number.Id, pools[number.Id], number.Suffixes),
                _ => throw new InvalidOperationException($"The draw {definition.Id} has a rule of the unknown kind {rule.GetType().Name}."),
            };
        }

        return definition.Overlap == OverlapPolicy.OnePrizePerPerson ? plan.OnePrizePerPerson() : plan.AllowOverlap();
    }

    /// <summary>The definition as it was at the freeze, and the pools by it: a later version changes no draw that was frozen before it.</summary>
    private async Task<(DrawDefinition Definition, IReadOnlyDictionary<string, Pool> Pools)> CollectAsync(DrawState state, CancellationToken cancellationToken)
    {
        var frozen = state.Frozen!;
        var campaign = CampaignFile.Read(frozen.Definition, $"The definition at the freeze of {frozen.Draw} {frozen.Period}");
        var definition = campaign.DrawOf(frozen.Draw);
        var period = campaign.Calendar.PeriodById(definition.Every, frozen.Period);
        return (definition, await DrawPools.CollectAsync(_store, campaign, definition, period, state.Cut, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Whether the fact was written; if not, someone else took the same step first.</summary>
    private async Task<bool> AppendAsync(DrawState state, string step, CampaignEvent fact, CancellationToken cancellationToken)
    {
        var append = new Append(AppendId.Of($"{state.Stream}\n{step}"), state.Stream, ExpectedVersion.At(state.Version), EventCodec.Encode(fact));
        return await _store.AppendAsync(_campaign.Id, append, cancellationToken).ConfigureAwait(false) is AppendCommitted;
    }

    [LoggerMessage(4, LogLevel.Information, "Campaign {Campaign}: the draw {Draw} of {Period} is locked with manifest {Digest}")]
    private partial void LogLocked(string campaign, string draw, string period, Digest digest);

    [LoggerMessage(5, LogLevel.Information, "Campaign {Campaign}: the draw {Draw} of {Period} is held, {Prizes} prizes")]
    private partial void LogHeld(string campaign, string draw, string period, int prizes);
}
