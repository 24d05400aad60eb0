using CampaignKit.Draws;
using CampaignKit.EventStore;

namespace CampaignKit;

/// <summary>
/// The record of a periodic draw in the store: its state, the steps taken on it, and what was locked, worked out from the campaign's
/// record again by the definition as it was at the freeze.
/// </summary>
internal sealed class DrawRecord(string campaign, string draw, IEventStore store, CampaignKitOptions options)
{
    public ValueTask<DrawState> LoadAsync(string period, CancellationToken cancellationToken) =>
        DrawState.LoadAsync(store, campaign, draw, period, cancellationToken);

    /// <summary>Takes a step on the latest state, again and again while others write first; a step that gives no answer is tried again.</summary>
    public async Task<T> TakeAsync<T>(string period, Func<DrawState, Task<T?>> step, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var state = await LoadAsync(period, cancellationToken).ConfigureAwait(false);
            if (await step(state).ConfigureAwait(false) is { } answer)
                return answer;

            // The freeze is a step of its own, which gives no answer yet.
            if (attempt > options.MaxAttempts)
                throw new TooManyConflictsException(state.Stream, attempt);
        }
    }

    /// <summary>Whether the facts were written; if not, someone else took the same step first.</summary>
    public async Task<bool> AppendAsync(
        DrawState state, string step, IEnumerable<CampaignEvent> facts, StreamAppend? beside, CancellationToken cancellationToken)
    {
        var own = new StreamAppend(state.Stream, ExpectedVersion.At(state.Version), [.. facts.Select(EventCodec.Encode)]);
        var append = new Append(AppendId.Of($"{state.Stream}\n{step}"), beside is null ? [own] : [own, beside]);
        return await store.AppendAsync(campaign, append, cancellationToken).ConfigureAwait(false) is AppendCommitted;
    }

    public async Task<LockedDraw> RestoreAsync(DrawState state, CancellationToken cancellationToken)
    {
        var (_, pools, exclusions) = await CollectAsync(state, cancellationToken).ConfigureAwait(false);
        return LockedDraw.Restore(state.Locked!.Manifest, pools, exclusions);
    }

    /// <summary>The outcome of a draw that is held, with what became of its prizes.</summary>
    public async Task<DrawResult> ResultAsync(DrawState state, CancellationToken cancellationToken)
    {
        var stated = Transcript.Parse(state.Held!.Transcript);
        var draw = await RestoreAsync(state, cancellationToken).ConfigureAwait(false);
        var result = draw.Hold(stated.Entropy, stated.LateReason, cancellationToken: cancellationToken);
        return state.Prizes() is { } prizes ? result.WithClaims(prizes) : result;
    }

    public async Task<DrawPlan> PlanAsync(DrawState state, CancellationToken cancellationToken)
    {
        var (definition, pools, exclusions) = await CollectAsync(state, cancellationToken).ConfigureAwait(false);
        var plan = CampaignKit.Draws.Draw.Plan($"{campaign}/{definition.Id}/{state.Frozen!.Period}").Exclude(exclusions);
        plan = definition.Rules.Aggregate(plan, (so, rule) => With(so, rule, pools[rule.Id]));
        plan = definition.Overlap == OverlapPolicy.OnePrizePerPerson ? plan.OnePrizePerPerson() : plan.AllowOverlap();
        return definition.ClaimWithin is { } within ? plan.ClaimWithin(within) : plan;
    }

    private static DrawPlan With(DrawPlan plan, DrawRuleDefinition rule, Pool pool) => rule switch
    {
        TopByDefinition top => plan.TopBy(top.Id, pool, top.Take, top.Ties, top.Alternates),
        FirstOfDefinition first => plan.FirstN(first.Id, pool, first.Take, TiePolicy.Ticket, first.Alternates),
        RandomOfDefinition random => plan.Random(random.Id, pool, random.Take, random.Alternates, [.. random.Quotas.Select(q => Quota.Between(q.Team, q.Min, q.Max))]),
        NumberEndsWithDefinition number => plan.NumberEndsWith(number.Id, pool, number.Suffixes),
        EveryNthDefinition nth => plan.EveryNth(nth.Id, pool, nth.N, nth.Offset),
        ThresholdDefinition threshold => plan.Threshold(threshold.Id, pool, threshold.AtLeast),
        _ => throw new InvalidOperationException($"There is no rule of draws for {rule.GetType().Name}."),
    };

    /// <summary>The definition as it was at the freeze, and the pools by it: a later version changes no draw that was frozen before it.</summary>
    private async Task<(DrawDefinition Definition, IReadOnlyDictionary<string, Pool> Pools, Exclusions Exclusions)> CollectAsync(
        DrawState state, CancellationToken cancellationToken)
    {
        var frozen = state.Frozen!;
        var definitions = CampaignFile.Read(frozen.Definition, $"The definition at the freeze of {frozen.Draw} {frozen.Period}");
        var definition = definitions.DrawOf(frozen.Draw);
        var period = definitions.Calendar.PeriodById(definition.Every, frozen.Period);
        var (pools, exclusions) = await DrawPools.CollectAsync(store, definitions, definition, period, state.Cut, cancellationToken).ConfigureAwait(false);
        return (definition, pools, exclusions);
    }
}
