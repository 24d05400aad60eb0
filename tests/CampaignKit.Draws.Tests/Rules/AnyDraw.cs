namespace CampaignKit.Draws.Tests;

/// <summary>A draw as plain data, made from a number: several rules over the same few people, with awkward ids.</summary>
internal sealed record AnyDraw(IReadOnlyList<AnyRule> Rules, OverlapPolicy Overlap, IReadOnlyList<(string Person, string Reason)> Excluded)
{
    private static readonly string[] Persons =
        ["p-1", "007", "it's", " lead", "trail ", @"back\slash", "1e3", "$HOME", "参与者", "😀", "100%", "à", "A", "a", "-n", "\"q\""];

    private static readonly string[] Strata = ["airport", "it's", @"a\b", "1", "01"];

    internal Exclusions Exclusions => Exclusions.Of(Excluded);

    internal static AnyDraw Of(int number, int mostEntries = 24)
    {
        var chance = new Random(number);
        var excluded = Persons.Where(_ => chance.Next(6) == 0).Select((person, i) => (person, $"reason {i}")).ToList();
        if (chance.Next(3) == 0)
            excluded = [];
        var rules = Enumerable.Range(0, chance.Next(1, 6)).Select(i => Rule($"r{i}", chance, mostEntries, Exclusions.Of(excluded))).ToList();
        return new AnyDraw(rules, chance.Next(3) == 0 ? OverlapPolicy.Allowed : OverlapPolicy.OnePrizePerPerson, excluded);
    }

    internal static AnyRule Rule(string id, Random chance, int mostEntries, Exclusions excluded)
    {
        var name = AnyRule.Names[chance.Next(AnyRule.Names.Length)];
        var (held, striated) = (chance.Next(2) == 0, chance.Next(2) == 0);
        var ids = held ? Enumerable.Range(0, chance.Next(mostEntries + 1)).Select(i => $"m {i}") : Persons.Take(chance.Next(Math.Min(mostEntries, Persons.Length) + 1));
        var range = chance.Next(1, 8);
        var entries = ids.OrderBy(_ => chance.Next()).Select(entry => new AnyEntry(
            entry,
            chance.Next(-range, range + 1),
            chance.Next(3),
            $"{new string('0', chance.Next(3))}{chance.Next(200)}",
            held ? Persons[chance.Next(Persons.Length)] : null,
            striated ? Strata[chance.Next(Strata.Length)] : null)).ToList();
        var n = chance.Next(1, 5);
        var rule = new AnyRule(id, name, entries)
        {
            Take = chance.Next(1, 9),
            Alternates = chance.Next(4),
            Ties = (TiePolicy)chance.Next(4) is var ties && name == "first" && ties == TiePolicy.EarliestToReach ? TiePolicy.Ticket : ties,
            Suffixes = [.. new[] { "1", "07", "3", "00", "12" }.Take(chance.Next(1, 6))],
            N = n,
            Offset = chance.Next(n),
            AtLeast = chance.Next(-range, range + 1),
        };
        return striated && entries.Count > 0 && name is "random" or "weighted" ? WithQuotas(rule, chance, excluded) : rule;
    }

    internal DrawPlan Plan()
    {
        var plan = Draw.Plan("c/it's \\ 100%/第一期").Exclude(Exclusions);
        plan = Rules.Aggregate(plan, (plan, rule) => rule.AddTo(plan));
        return Overlap == OverlapPolicy.Allowed ? plan.AllowOverlap() : plan.OnePrizePerPerson();
    }

    internal DrawResult Held() => Plan().Lock(Changning.Entropy).Hold(Changning.Reveal);

    public override string ToString() => string.Join('\n', Rules.Select(rule =>
        $"{rule} {string.Join("; ", rule.Entries)} quotas {string.Join("; ", rule.Quotas)}"));

    // Quotas that can be met; a few tries find some, else there are none.
    private static AnyRule WithQuotas(AnyRule rule, Random chance, Exclusions excluded)
    {
        var pool = rule.Pool();
        if (pool.Strata is null)
            return rule;
        for (var tries = 0; tries < 20; tries++)
        {
            var quotas = Strata.Where(_ => chance.Next(2) == 0).Select(stratum => chance.Next(3) switch
            {
                0 => Quota.AtLeast(stratum, chance.Next(3)),
                1 => Quota.AtMost(stratum, chance.Next(4)),
                _ => chance.Next(3) is var min ? Quota.Between(stratum, min, min + chance.Next(3)) : null!,
            }).ToList();
            var tried = rule with { Quotas = quotas };
            if (!QuotaConflict.Of((RandomRule)tried.Rule(), pool, excluded, OverlapPolicy.OnePrizePerPerson).Any())
                return tried;
        }

        return rule;
    }
}
