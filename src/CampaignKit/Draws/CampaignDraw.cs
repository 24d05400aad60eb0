using System.Globalization;
using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// A periodic draw of a running campaign. For each period it goes Open, Locked, Held, and never back: the lock fixes rules, pools and the
/// source of randomness; holding follows from these and the randomness alone. Each step can be repeated and gives the same. Safe to use
/// from any thread.
/// </summary>
/// <remarks>
/// What was locked is worked out again from the record by the definition that runs. Where a later version of it freezes or counts
/// differently, so that other pools come of it than the manifest names, members throw <see cref="PoolMismatchException"/> rather than draw.
/// </remarks>
public sealed class CampaignDraw
{
    private readonly Campaign _campaign;
    private readonly IEventStore _store;
    private readonly IClock _clock;

    internal CampaignDraw(Campaign campaign, DrawDefinition definition, IEventStore store, IClock clock)
    {
        _campaign = campaign;
        Definition = definition;
        _store = store;
        _clock = clock;
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
    /// <exception cref="ArgumentException">The period is not one of this draw's.</exception>
    public async Task<DrawAnswer> LockAsync(CampaignPeriod period, EntropySource entropy, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(entropy);
        var freezesAt = FreezesAt(period);
        var state = await LoadAsync(period, cancellationToken).ConfigureAwait(false);
        if (state.Locked is { } locked)
            return new DrawIsLocked(await RestoreAsync(period, locked, cancellationToken).ConfigureAwait(false), IsRepeat: true);

        var now = _clock.GetCurrentInstant();
        if (now < freezesAt)
            return new DrawRefused(new NotFrozen(Definition.Id, period.Id, freezesAt));
        if (entropy is DrandSource { Due: var due } && due <= now)
            return Refuse(period, $"the round is known since {due}; a lock names one that is still to come.");

        var head = await _store.HeadAsync(_campaign.Id, cancellationToken).ConfigureAwait(false);
        var draw = Plan(period, await PoolsAsync(period, head, cancellationToken).ConfigureAwait(false)).Lock(entropy);
        var fact = new DrawLocked(Definition.Id, period.Id, head, draw.Manifest.ToString(), now);
        return await AppendAsync(state, "lock", fact, cancellationToken).ConfigureAwait(false)
            ? new DrawIsLocked(draw, IsRepeat: false)
            : await LockAsync(period, entropy, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Holds the draw of a period with the randomness that the lock named.</summary>
    /// <param name="period">The period.</param>
    /// <param name="entropy">The randomness.</param>
    /// <param name="cancellationToken">Stops it; the result may still be recorded.</param>
    /// <returns>
    /// <see cref="DrawIsHeld"/>, the same each time; or <see cref="DrawRefused"/> with <see cref="NotLocked"/> or <see cref="EntropyRefused"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The period is not one of this draw's.</exception>
    public async Task<DrawAnswer> HoldAsync(CampaignPeriod period, EntropyRecord entropy, CancellationToken cancellationToken = default)
    {
        Guard.Against.Null(entropy);
        var state = await LoadAsync(Checked(period), cancellationToken).ConfigureAwait(false);
        if (state.Locked is not { } locked)
            return new DrawRefused(new NotLocked(Definition.Id, period.Id));
        if (state.Held is { } held)
        {
            var first = Transcript.Parse(held.Transcript).Entropy;
            return first == entropy
                ? new DrawIsHeld(await HoldAsync(period, locked, first, cancellationToken).ConfigureAwait(false), IsRepeat: true)
                : Refuse(period, "it was held with other randomness.");
        }

        var now = _clock.GetCurrentInstant();
        if (Manifest.Parse(locked.Manifest).Entropy is DrandSource { Due: var due } && now < due)
            return Refuse(period, $"the round is due at {due}, and it is {now}.");

        DrawResult result;
        try
        {
            result = await HoldAsync(period, locked, entropy, cancellationToken).ConfigureAwait(false);
        }
        catch (EntropyRefusedException wrong)
        {
            return Refuse(period, wrong.Message);
        }

        var fact = new DrawHeld(Definition.Id, period.Id, result.Transcript.WithoutPools().ToJson(), [.. Prizes(result)], now);
        return await AppendAsync(state, "hold", fact, cancellationToken).ConfigureAwait(false)
            ? new DrawIsHeld(result, IsRepeat: false)
            : await HoldAsync(period, entropy, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was locked for a period, with its pools, worked out from the record again. Null while it is open.</summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<LockedDraw?> LockedAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        (await LoadAsync(Checked(period), cancellationToken).ConfigureAwait(false)).Locked is { } locked
            ? await RestoreAsync(period, locked, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>
    /// The outcome of a period's draw with its pools, drawn again from the record: <see cref="DrawFolder"/> writes it for publication.
    /// Null until it is held.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DrawResult?> ResultAsync(CampaignPeriod period, CancellationToken cancellationToken = default) =>
        await LoadAsync(Checked(period), cancellationToken).ConfigureAwait(false) is { Locked: { } locked, Held: { } held }
            ? await HoldAsync(period, locked, Transcript.Parse(held.Transcript).Entropy, cancellationToken).ConfigureAwait(false)
            : null;

    private static IEnumerable<PrizeWon> Prizes(DrawResult result) => result.Rules.SelectMany(rule => rule.Winners.Select(
        (winner, place) => new PrizeWon(rule.RuleId, place + 1, int.Parse(winner.Person, NumberStyles.None, CultureInfo.InvariantCulture))));

    private CampaignPeriod Checked(CampaignPeriod period) =>
        Guard.Against.Null(period).Rule == Definition.Every
            ? period
            : throw new ArgumentException($"The draw {Definition.Id} is held for the periods \"{Definition.Every}\"; {period.Id} is one of \"{period.Rule}\".", nameof(period));

    private DrawRefused Refuse(CampaignPeriod period, string rule) => new(new EntropyRefused(Definition.Id, period.Id, rule));

    private ValueTask<DrawState> LoadAsync(CampaignPeriod period, CancellationToken cancellationToken) =>
        DrawState.LoadAsync(_store, _campaign.Id, Definition.Id, period.Id, cancellationToken);

    private async Task<DrawResult> HoldAsync(CampaignPeriod period, DrawLocked locked, EntropyRecord entropy, CancellationToken cancellationToken) =>
        (await RestoreAsync(period, locked, cancellationToken).ConfigureAwait(false)).Hold(entropy);

    private async Task<LockedDraw> RestoreAsync(CampaignPeriod period, DrawLocked locked, CancellationToken cancellationToken) =>
        LockedDraw.Restore(locked.Manifest, await PoolsAsync(period, locked.Head, cancellationToken).ConfigureAwait(false));

    private Task<IReadOnlyDictionary<string, Pool>> PoolsAsync(CampaignPeriod period, long head, CancellationToken cancellationToken) =>
        DrawPools.CollectAsync(_store, _campaign, Definition, period, head, cancellationToken);

    private DrawPlan Plan(CampaignPeriod period, IReadOnlyDictionary<string, Pool> pools)
    {
        var plan = Draw.Plan($"{_campaign.Id}/{Definition.Id}/{period.Id}");
        foreach (var rule in Definition.Rules)
        {
            plan = rule switch
            {
                TopByDefinition top => plan.TopBy(top.Id, pools[top.Id], top.Take, top.Ties),
                RandomOfDefinition random => plan.Random(random.Id, pools[random.Id], random.Take, random.Alternates),
                NumberEndsWithDefinition number => plan.NumberEndsWith(number.Id, pools[number.Id], number.Suffixes),
                _ => throw new InvalidOperationException($"The draw {Definition.Id} has a rule of the unknown kind {rule.GetType().Name}."),
            };
        }

        return Definition.Overlap == OverlapPolicy.OnePrizePerPerson ? plan.OnePrizePerPerson() : plan.AllowOverlap();
    }

    /// <summary>Whether the fact was written; if not, someone else took the same step first.</summary>
    private async Task<bool> AppendAsync(DrawState state, string step, CampaignEvent fact, CancellationToken cancellationToken)
    {
        var append = new Append(
            AppendId.Of($"{state.Stream}\n{step}"), [new StreamAppend(state.Stream, ExpectedVersion.At(state.Version), [EventCodec.Encode(fact)])]);
        return await _store.AppendAsync(_campaign.Id, append, cancellationToken).ConfigureAwait(false) is AppendCommitted;
    }
}
