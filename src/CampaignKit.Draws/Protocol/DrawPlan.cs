using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CampaignKit.Draws;

/// <summary>
/// A draw being planned: rules in the order in which they are applied, and whether one person may win twice. Each call gives a new plan.
/// Immutable, safe from any thread.
/// </summary>
public sealed class DrawPlan
{
    private readonly DrawName _name;
    private readonly ImmutableList<(DrawRule Rule, Pool Pool)> _rules;
    private readonly OverlapPolicy? _overlap;

    internal DrawPlan(DrawName name)
        : this(name, [], overlap: null)
    {
    }

    private DrawPlan(DrawName name, ImmutableList<(DrawRule Rule, Pool Pool)> rules, OverlapPolicy? overlap)
    {
        _name = name;
        _rules = rules;
        _overlap = overlap;
    }

    /// <summary>Adds a rule: the <paramref name="take"/> highest scores win.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, or the pool is not of scores.</exception>
    public DrawPlan TopBy(string ruleId, Pool scores, int take, TiePolicy ties) =>
        Add(new TopByRule(ruleId, Guard.Against.Null(scores).Commitment, take, ties), scores);

    /// <summary>Adds a rule: <paramref name="take"/> entrants of a pool of ids or weights win by their tickets, the next are alternates.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, or the pool is of another kind.</exception>
    public DrawPlan Random(string ruleId, Pool pool, int take, int alternates = 0) =>
        Add(new RandomRule(ruleId, Guard.Against.Null(pool).Commitment, take, alternates), pool);

    /// <summary>Adds a rule: every entrant wins whose number ends with one of the suffixes.</summary>
    /// <exception cref="ArgumentException">The id is malformed or used, the pool is not of numbers, or the suffixes are not distinct digit strings.</exception>
    public DrawPlan NumberEndsWith(string ruleId, Pool numbers, params IEnumerable<string> suffixes) =>
        Add(new NumberEndsWithRule(ruleId, Guard.Against.Null(numbers).Commitment, suffixes), numbers);

    /// <summary>A person wins once, by the first rule that draws them; later entries of theirs are skipped and the next one follows.</summary>
    public DrawPlan OnePrizePerPerson() => new(_name, _rules, OverlapPolicy.OnePrizePerPerson);

    /// <summary>A person may win by several rules, and by several entries.</summary>
    public DrawPlan AllowOverlap() => new(_name, _rules, OverlapPolicy.Allowed);

    /// <summary>Fixes the plan, the pools and the source of randomness. Publish the manifest before that source speaks.</summary>
    /// <param name="entropy">The source that decides.</param>
    /// <param name="late">What decides if that source does not speak; if null, the draw waits for it.</param>
    /// <exception cref="InvalidOperationException">The plan has no rule, or does not say whether a person may win twice.</exception>
    /// <exception cref="ArgumentException"><paramref name="late"/> is due before it decides, or <paramref name="entropy"/> has no due time to be late for.</exception>
    public LockedDraw Lock(FutureEntropy entropy, LateEntropy? late = null)
    {
        Guard.Against.Null(entropy);
        if (_rules.IsEmpty)
            throw new InvalidOperationException($"The draw {_name} has no rule.");
        var overlap = _overlap ?? throw new InvalidOperationException(
            $"The draw {_name} does not say whether one person may win twice: call {nameof(OnePrizePerPerson)} or {nameof(AllowOverlap)}.");
        return new LockedDraw(
            new Manifest(new DrawTerms { Name = _name, Overlap = overlap, Entropy = entropy, Late = late?.Behind(entropy), Rules = [.. _rules.Select(entry => entry.Rule)] }),
            _rules.ToFrozenDictionary(entry => entry.Rule.Id, entry => entry.Pool, StringComparer.Ordinal));
    }

    private DrawPlan Add(DrawRule rule, Pool pool)
    {
        // Files are named after rules, and some file systems take "Rank" and "rank" for one.
        if (_rules.Any(other => string.Equals(other.Rule.Id, rule.Id, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"The draw {_name} has a rule '{rule.Id}' already; ids must differ in more than case.", nameof(rule));
        return new DrawPlan(_name, _rules.Add((rule, pool)), _overlap);
    }
}
