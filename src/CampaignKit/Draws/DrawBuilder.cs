using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit;

/// <summary>
/// Defines a draw in code, within <see cref="CampaignBuilder.Draw"/>. Unless said, it is weekly, freezes at the end of its period and
/// gives one prize a person. The rules pick winners in the order in which they are added.
/// </summary>
public sealed class DrawBuilder
{
    private readonly List<DrawRuleDefinition> _rules = [];
    private DrawDefinition _draw;

    internal DrawBuilder(string id) => _draw = new DrawDefinition(id);

    /// <summary>One draw for each campaign day.</summary>
    public DrawBuilder Daily() => Every(PeriodRule.Day);

    /// <summary>One draw for each ISO week.</summary>
    public DrawBuilder Weekly() => Every(PeriodRule.Week);

    /// <summary>One draw for each month.</summary>
    public DrawBuilder Monthly() => Every(PeriodRule.Month);

    /// <summary>One draw for each period of the rule.</summary>
    public DrawBuilder Every(PeriodRule period) => With(_draw with { Every = Guard.Against.Null(period) });

    /// <summary>How long after the end of the period records may still arrive: whole seconds, up to 30 days.</summary>
    public DrawBuilder FreezeAfter(Duration duration) => With(_draw with { FreezeAfter = duration });

    /// <summary>Who won by an earlier rule is skipped by the later ones.</summary>
    public DrawBuilder OnePrizePerPerson() => With(_draw with { Overlap = OverlapPolicy.OnePrizePerPerson });

    /// <summary>Each rule picks for itself, so that a person can win by several.</summary>
    public DrawBuilder SeveralPrizesPerPerson() => With(_draw with { Overlap = OverlapPolicy.Allowed });

    /// <summary>Who won in one of the latest draws of this kind is left out, with that reason.</summary>
    /// <param name="draws">How many of the draws held before count, 0 to 1,000.</param>
    public DrawBuilder CoolDown(int draws) => With(_draw with { CoolDown = draws });

    /// <summary>A prize must be claimed within so long after its publication, or it goes to the next alternate: whole seconds, up to 366 days.</summary>
    public DrawBuilder ClaimWithin(Duration duration) => With(_draw with { ClaimWithin = duration });

    /// <summary>The participants with most of a unit in the period win.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="unit">A unit that is a sum and that tasks award to participants.</param>
    /// <param name="take">How many win, 1 to 1,000,000.</param>
    /// <param name="ties">Who wins when several share the last places.</param>
    /// <param name="alternates">How many more are named, 0 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ties"/> is no tie policy.</exception>
    public DrawBuilder TopBy(string id, string unit, int take, TiePolicy ties, int alternates = 0) =>
        Ruled(new TopByDefinition(Guard.Against.Null(id), Guard.Against.Null(unit), take, Guard.Against.EnumOutOfRange(ties), alternates));

    /// <summary>The first of a population win: to enrol, to check in within the period, or to write a message that was approved.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="population">Who or what takes part.</param>
    /// <param name="take">How many win, 1 to 1,000,000.</param>
    /// <param name="alternates">How many more are named, 0 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is none.</exception>
    public DrawBuilder FirstOf(string id, Population population, int take, int alternates = 0) =>
        Ruled(new FirstOfDefinition(Guard.Against.Null(id), Guard.Against.EnumOutOfRange(population), take, alternates));

    /// <summary>Entries of a population are drawn at random.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="population">Who or what takes part.</param>
    /// <param name="take">How many win, 1 to 1,000,000.</param>
    /// <param name="alternates">How many more are named, 0 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is none.</exception>
    public DrawBuilder RandomOf(string id, Population population, int take, int alternates = 0) =>
        RandomOf(id, population, take, alternates, r => r);

    /// <summary>Entries of a population are drawn at random, by one entry a person, by weight or within quotas of teams.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="population">Who or what takes part.</param>
    /// <param name="take">How many win, 1 to 1,000,000.</param>
    /// <param name="alternates">How many more are named, 0 to 1,000,000; under quotas so many of each team.</param>
    /// <param name="refine">Says more, such as <c>r => r with { WeightedBy = "stitch" }</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is none.</exception>
    public DrawBuilder RandomOf(string id, Population population, int take, int alternates, Func<RandomOfDefinition, RandomOfDefinition> refine) =>
        Ruled(Guard.Against.Null(refine)(new RandomOfDefinition(Guard.Against.Null(id), Guard.Against.EnumOutOfRange(population), take, alternates)));

    /// <summary>Every participant whose number, with its leading zeros, ends so wins.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="suffixes">The endings: digits, each at most as long as a participant number.</param>
    public DrawBuilder NumberEndsWith(string id, params IEnumerable<string> suffixes) => NumberEndsWith(id, Numbering.Participants, suffixes);

    /// <summary>Every number that ends so wins.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="of">Whose numbers.</param>
    /// <param name="suffixes">The endings: digits, each at most as long as a participant number, or 18 of check-ins.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="of"/> is none.</exception>
    public DrawBuilder NumberEndsWith(string id, Numbering of, params IEnumerable<string> suffixes) =>
        Ruled(new NumberEndsWithDefinition(Guard.Against.Null(id), Guard.Against.NullItem(suffixes), Guard.Against.EnumOutOfRange(of)));

    /// <summary>Every <paramref name="n"/>-th number wins.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="n">The step, 1 to 1,000,000,000.</param>
    /// <param name="of">Whose numbers.</param>
    /// <param name="offset">The remainder that wins, 0 to n - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="of"/> is none.</exception>
    public DrawBuilder EveryNth(string id, long n, Numbering of, long offset = 0) =>
        Ruled(new EveryNthDefinition(Guard.Against.Null(id), n, offset, Guard.Against.EnumOutOfRange(of)));

    /// <summary>Every participant with at least so much of a unit in the period wins.</summary>
    /// <param name="id">The rule's id, unique in the draw.</param>
    /// <param name="unit">A unit that is a sum and that tasks award to participants.</param>
    /// <param name="atLeast">How much, in minor units, from 1.</param>
    public DrawBuilder Threshold(string id, string unit, long atLeast) =>
        Ruled(new ThresholdDefinition(Guard.Against.Null(id), Guard.Against.Null(unit), atLeast));

    internal DrawDefinition Build() => _draw with { Rules = [.. _rules] };

    private DrawBuilder Ruled(DrawRuleDefinition rule)
    {
        _rules.Add(rule);
        return this;
    }

    private DrawBuilder With(DrawDefinition draw)
    {
        _draw = draw;
        return this;
    }
}
