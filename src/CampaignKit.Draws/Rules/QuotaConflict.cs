namespace CampaignKit.Draws;

/// <summary>Quotas that cannot be met.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Stratum">The stratum; null if all quotas of the rule conflict together.</param>
/// <param name="Problem">What cannot be, with the numbers.</param>
public sealed record QuotaConflict(string RuleId, string? Stratum, string Problem)
{
    /// <summary>The conflict as a sentence.</summary>
    public override string ToString() => Stratum is null ? $"Rule '{RuleId}': {Problem}." : $"Rule '{RuleId}', stratum '{Stratum}': {Problem}.";

    internal static IEnumerable<QuotaConflict> Of(RandomRule rule, Pool pool, Exclusions exclusions)
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

            if (Shortage(quota, entries, pool, exclusions) is { } shortage)
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

    private static string? Shortage(Quota quota, ReadOnlyMemory<int> entries, Pool pool, Exclusions exclusions)
    {
        var excluded = 0;
        var weightless = 0;
        foreach (var entry in entries.Span)
        {
            if (exclusions.Contains(pool.PersonAt(entry)))
                excluded++;
            else if (pool.Kind == PoolKind.Weights && pool.ValueAt(entry) == 0)
                weightless++;
        }

        if (entries.Length - excluded - weightless >= quota.Min)
            return null;
        var less = $"{(excluded > 0 ? $", less {excluded} of excluded persons" : "")}{(weightless > 0 ? $", less {weightless} of weight 0" : "")}";
        return $"at least {quota.Min} of it must win, and {entries.Length - excluded - weightless} can ({entries.Length} entries{less})";
    }
}
