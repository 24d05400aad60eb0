using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace CampaignKit.Draws;

/// <summary>
/// A draw being planned: rules in the order in which they are applied, whether one person may win twice, and who cannot win at all. Each
/// call gives a new plan. Immutable, safe from any thread.
/// </summary>
public sealed class DrawPlan
{
    /// <summary>The longest time to claim a prize.</summary>
    public static readonly Duration MaxClaimTime = WholeSecond.Longest;

    private readonly Terms _terms;

    internal DrawPlan(DrawName name) => _terms = new Terms(name);

    private DrawPlan(Terms terms) => _terms = terms;

    /// <summary>Which draw.</summary>
    public DrawName Name => _terms.Name;

    /// <summary>The pools by rule id.</summary>
    public IReadOnlyDictionary<string, Pool> Pools => _terms.Rules.ToFrozenDictionary(entry => entry.Rule.Id, entry => entry.Pool, StringComparer.Ordinal);

    /// <summary>Who cannot win.</summary>
    public Exclusions Exclusions => _terms.Exclusions;

    /// <summary>Reads a plan with its pools: a JSON file as <c>docs/draw-format.md</c>, section 12, describes it. Names in it are relative to it.</summary>
    /// <exception cref="DrawPlanException">The plan, or a file that it names, is wrong; all problems found are named with file, place, value and rule.</exception>
    /// <exception cref="IOException">The plan cannot be read.</exception>
    public static DrawPlan Load(string path) => DrawPlanFile.Read(Guard.Against.NullOrEmpty(path));

    /// <summary>Adds a rule: the <paramref name="take"/> highest scores win, the next are alternates.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, or the pool is not of scores; for <see cref="TiePolicy.EarliestToReach"/>, of timed scores.</exception>
    public DrawPlan TopBy(string ruleId, Pool scores, int take, TiePolicy ties, int alternates = 0) =>
        Add(new TopByRule(ruleId, Guard.Against.Null(scores).Commitment, take, ties, alternates), scores);

    /// <summary>Adds a rule: the <paramref name="take"/> lowest places in an order, or times, win; the next are alternates.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, the pool is not of scores, or the ties are <see cref="TiePolicy.EarliestToReach"/>.</exception>
    public DrawPlan FirstN(string ruleId, Pool order, int take, TiePolicy ties, int alternates = 0) =>
        Add(new FirstNRule(ruleId, Guard.Against.Null(order).Commitment, take, ties, alternates), order);

    /// <summary>Adds a rule: <paramref name="take"/> entrants of a pool of ids or weights win by their tickets, the next are alternates.</summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="pool">The pool; with quotas it has strata.</param>
    /// <param name="take">The number of winners.</param>
    /// <param name="alternates">The number of alternates; with quotas, of each stratum.</param>
    /// <param name="quotas">How many of a stratum win; a stratum that is not named has no limits.</param>
    /// <exception cref="ArgumentException">The id is malformed or used, the pool is of another kind or has no strata for the quotas, or a stratum has two.</exception>
    public DrawPlan Random(string ruleId, Pool pool, int take, int alternates = 0, params IEnumerable<Quota> quotas) =>
        Add(new RandomRule(ruleId, Guard.Against.Null(pool).Commitment, take, alternates, quotas), pool);

    /// <summary>Adds a rule: every entrant wins whose number ends with one of the suffixes.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, the pool is not of numbers, or the suffixes are not distinct digit strings.</exception>
    public DrawPlan NumberEndsWith(string ruleId, Pool numbers, params IEnumerable<string> suffixes) =>
        Add(new NumberEndsWithRule(ruleId, Guard.Against.Null(numbers).Commitment, suffixes), numbers);

    /// <summary>Adds a rule: every entrant wins whose number leaves the remainder <paramref name="offset"/> when divided by <paramref name="n"/>.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, the pool is not of numbers, or a number is out of its range.</exception>
    public DrawPlan EveryNth(string ruleId, Pool numbers, long n, long offset = 0) =>
        Add(new EveryNthRule(ruleId, Guard.Against.Null(numbers).Commitment, n, offset), numbers);

    /// <summary>Adds a rule: every entrant wins whose score is at least <paramref name="atLeast"/>.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, the pool is not of scores, or the number is out of its range.</exception>
    public DrawPlan Threshold(string ruleId, Pool scores, long atLeast) =>
        Add(new ThresholdRule(ruleId, Guard.Against.Null(scores).Commitment, atLeast), scores);

    /// <summary>A person wins once, by the first rule that draws them; later entries of theirs are skipped and the next one follows.</summary>
    public DrawPlan OnePrizePerPerson() => new(_terms with { Overlap = OverlapPolicy.OnePrizePerPerson });

    /// <summary>A person may win by several rules, and by several entries.</summary>
    public DrawPlan AllowOverlap() => new(_terms with { Overlap = OverlapPolicy.Allowed });

    /// <summary>Persons who cannot win by any rule, beside those named before; of someone named twice the first reason stays.</summary>
    public DrawPlan Exclude(Exclusions exclusions) => new(_terms with { Exclusions = _terms.Exclusions.And(exclusions) });

    /// <summary>Who won past draws cannot win in this one: see <see cref="Exclusions.WinnersOf"/>.</summary>
    /// <exception cref="DrawDocumentException">A claim of a transcript does not follow from those before; the error names it.</exception>
    public DrawPlan CoolDown(params IEnumerable<Transcript> past) => Exclude(Exclusions.WinnersOf(past));

    /// <summary>The same plan with pseudonyms in place of the ids of entrants, and of the persons who hold entries or are excluded.</summary>
    /// <exception cref="PoolFormatException">Two ids have one pseudonym.</exception>
    public DrawPlan Under(Pseudonyms pseudonyms)
    {
        Guard.Against.Null(pseudonyms);
        var rules = _terms.Rules.ConvertAll(entry =>
        {
            var pool = pseudonyms.Of(entry.Pool);
            return (entry.Rule.Over(pool.Commitment), pool);
        });
        return new(_terms with { Rules = rules, Exclusions = pseudonyms.Of(_terms.Exclusions) });
    }

    /// <summary>The draw's place among those of its campaign.</summary>
    public DrawPlan Numbered(DrawNumber number) => new(_terms with { Number = Guard.Against.Null(number) });

    /// <summary>A prize must be claimed within so much time: whole seconds, 1 s to <see cref="MaxClaimTime"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is out of this range, or not of whole seconds.</exception>
    public DrawPlan ClaimWithin(Duration time)
    {
        if (!WholeSecond.IsTime(time))
            throw new ArgumentOutOfRangeException(nameof(time), time, "The time to claim is whole seconds, 1 s to 366 days.");
        return new(_terms with { ClaimWithin = time });
    }

    /// <summary>Fixes the plan, the pools and the source of randomness. Publish the manifest before that source speaks.</summary>
    /// <param name="entropy">The source that decides.</param>
    /// <param name="late">What decides if that source does not speak; if null, the draw waits for it.</param>
    /// <exception cref="InvalidOperationException">The plan has no rule, or does not say whether a person may win twice.</exception>
    /// <exception cref="ArgumentException"><paramref name="late"/> is due before it decides, or <paramref name="entropy"/> has no due time to be late for.</exception>
    /// <exception cref="InfeasibleQuotasException">Quotas cannot be met; all conflicts are named.</exception>
    public LockedDraw Lock(FutureEntropy entropy, LateEntropy? late = null)
    {
        Guard.Against.Null(entropy);
        var rules = _terms.Rules;
        if (rules.IsEmpty)
            throw new InvalidOperationException($"The draw {_terms.Name} has no rule.");
        var overlap = _terms.Overlap ?? throw new InvalidOperationException(
            $"The draw {_terms.Name} does not say whether one person may win twice: call {nameof(OnePrizePerPerson)} or {nameof(AllowOverlap)}.");
        var pools = rules.ToFrozenDictionary(entry => entry.Rule.Id, entry => entry.Pool, StringComparer.Ordinal);
        InfeasibleQuotasException.ThrowIfAny(QuotaConflict.Of(rules.Select(entry => entry.Rule), rule => pools[rule.Id], _terms.Exclusions, overlap));
        var manifest = new Manifest(new DrawTerms
        {
            Name = _terms.Name,
            Number = _terms.Number,
            Overlap = overlap,
            Exclusions = _terms.Exclusions.Commitment,
            Entropy = entropy,
            Late = late?.Behind(entropy),
            ClaimWithin = _terms.ClaimWithin,
            Rules = [.. rules.Select(entry => entry.Rule)],
        });
        return new LockedDraw(manifest, pools, _terms.Exclusions);
    }

    internal bool Has(string ruleId) =>
        _terms.Rules.Any(other => string.Equals(other.Rule.Id, ruleId, StringComparison.OrdinalIgnoreCase));

    internal DrawPlan Add(DrawRule rule, Pool pool)
    {
        // Files are named after rules, and some file systems take "Rank" and "rank" for one.
        if (Has(rule.Id))
            throw new ArgumentException($"The draw {_terms.Name} has a rule '{rule.Id}' already; ids must differ in more than case.", nameof(rule));
        return new DrawPlan(_terms with { Rules = _terms.Rules.Add((rule, pool)) });
    }

    private sealed record Terms(DrawName Name)
    {
        internal ImmutableList<(DrawRule Rule, Pool Pool)> Rules { get; init; } = [];

        internal OverlapPolicy? Overlap { get; init; }

        internal Exclusions Exclusions { get; init; } = Exclusions.None;

        internal DrawNumber? Number { get; init; }

        internal Duration? ClaimWithin { get; init; }
    }
}
