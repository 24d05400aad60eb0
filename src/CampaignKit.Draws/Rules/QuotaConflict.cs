using System.Text;

namespace CampaignKit.Draws;

/// <summary>Quotas that cannot be met.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Stratum">The stratum; null if all quotas of the rule conflict together.</param>
/// <param name="Problem">What cannot be, with the numbers.</param>
public sealed record QuotaConflict(string RuleId, string? Stratum, string Problem)
{
    /// <summary>The conflict as a sentence.</summary>
    public override string ToString() => Stratum is null ? $"Rule '{RuleId}': {Problem}." : $"Rule '{RuleId}', stratum '{Stratum}': {Problem}.";

    /// <summary>The conflicts of all rules whose pools are given.</summary>
    internal static IEnumerable<QuotaConflict> Of(IEnumerable<DrawRule> rules, Func<DrawRule, Pool?> pools, Exclusions exclusions, OverlapPolicy overlap) =>
        rules.SelectMany(rule => rule is RandomRule { Quotas.Count: > 0 } random && pools(rule) is { } pool ? Of(random, pool, exclusions, overlap) : []);

    internal static IEnumerable<QuotaConflict> Of(RandomRule rule, Pool pool, Exclusions exclusions, OverlapPolicy overlap)
    {
        if (MinimaProblem(rule) is { } tooMany)
            yield return new QuotaConflict(rule.Id, null, tooMany);

        var named = rule.Quotas.ToDictionary(quota => quota.Stratum, StringComparer.Ordinal);
        var others = false;
        foreach (var entries in rule.Quotas.Count == 0 ? [] : pool.Strata!.Groups())
        {
            if (!named.Remove(pool.Strata!.NameOf(entries.Span[0]), out var quota))
            {
                others = true;
                continue;
            }

            if (Shortage(quota, entries, pool, exclusions, overlap) is { } shortage)
                yield return new QuotaConflict(rule.Id, quota.Stratum, shortage);
        }

        foreach (var quota in named.Values.Where(quota => quota.Min > 0))
            yield return new QuotaConflict(rule.Id, quota.Stratum, $"at least {quota.Min} of it must win, and the pool has no entry of it");
        if (rule.Quotas.Count > 0 && !others && rule.Quotas.Sum(quota => (long)quota.Max) is var mostWinners && mostWinners < rule.Take)
            yield return new QuotaConflict(rule.Id, null, $"{rule.Take} are to win, and the quotas of all strata allow at most {mostWinners}");
    }

    internal static string? MinimaProblem(RandomRule rule) => rule.Quotas.Sum(quota => (long)quota.Min) is var minima && minima > rule.Take
        ? $"{rule.Take} are to win, and the quotas ask for at least {minima}"
        : null;

    private static string? Shortage(Quota quota, ReadOnlyMemory<int> entries, Pool pool, Exclusions exclusions, OverlapPolicy overlap)
    {
        var (excluded, weightless, persons) = (0, 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in entries.Span)
        {
            var person = pool.PersonAt(entry);
            if (exclusions.Contains(person))
                excluded++;
            else if (pool.Kind == PoolKind.Weights && pool.ValueAt(entry) == 0)
                weightless++;
            else
                persons.Add(Encoding.UTF8.GetString(person));
        }

        var left = entries.Length - excluded - weightless;
        var canWin = overlap == OverlapPolicy.OnePrizePerPerson ? persons.Count : left;
        if (canWin >= quota.Min)
            return null;
        var less = $"{(excluded > 0 ? $", less {excluded} of excluded persons" : "")}{(weightless > 0 ? $", less {weightless} of weight 0" : "")}";
        return $"at least {quota.Min} of it must win, and {canWin} can ({entries.Length} entries{less}{(canWin < left ? $", of {canWin} persons" : "")})";
    }
}
