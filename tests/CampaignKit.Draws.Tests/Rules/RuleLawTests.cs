using FsCheck;

namespace CampaignKit.Draws.Tests;

/// <summary>What holds of every rule.</summary>
public sealed class RuleLawTests
{
    private static readonly RuleSeed Seed = RuleSeed.FromText("laws");

    [Property(MaxTest = 500)]
    public void Draw_OfPermutedPool_IsTheSame(DoNotSize<int> number)
    {
        var rule = Any(number);
        var permuted = rule with { Entries = [.. rule.Entries.OrderBy(entry => Digest.Of($"{number.Item}{entry.Id}"))] };

        Assert.Equal(rule.Pool().Commitment, permuted.Pool().Commitment);
        AssertSame(rule.Draw(Seed), permuted.Draw(Seed));
    }

    [Property(MaxTest = 500)]
    public void Draw_LoserStruck_ChangesNobody(DoNotSize<int> number)
    {
        var rule = Any(number);
        var drawn = rule.Draw(Seed);
        var named = drawn.Winners.Concat(drawn.Alternates).Select(entry => entry.Id).ToHashSet();

        foreach (var loser in rule.Entries.Where(entry => !named.Contains(entry.Id)))
            AssertSame(drawn, Without(rule, entry => entry == loser).Draw(Seed));
    }

    [Property(MaxTest = 500)]
    public void Draw_WinnerStruck_PromotesTheFirstAlternateWhomTheQuotasLetFollow(DoNotSize<int> number)
    {
        // Each its own person: an entry by which someone lost a second prize would else come in their place.
        var rule = Any(number);
        rule = rule with { Entries = [.. rule.Entries.Select(entry => entry with { Holder = null })], Alternates = rule.Alternates + 1 };
        if (rule.Name is "top-by" or "first" && rule.Ties is TiePolicy.Share or TiePolicy.Extend)
            rule = rule with { Ties = TiePolicy.Ticket };
        var drawn = rule.Draw(Seed);

        foreach (var struck in drawn.Winners)
        {
            var others = drawn.Winners.Where(winner => winner != struck).ToList();
            var follows = Succession.Of(rule.Rule(), drawn).After(struck, _ => true).Next;
            var again = Without(rule, entry => entry.Id == struck.Id).Draw(Seed);
            Assert.Equal(
                others.Append(follows).OfType<DrawnEntry>().Select(winner => winner.Id).Order(),
                again.Winners.Select(winner => winner.Id).Order());
            Assert.Equal(again.Winners.Where(others.Contains), others);
        }
    }

    [Property(MaxTest = 300)]
    public void Draw_OneOfTheTiedStruck_TheOthersStillWin(DoNotSize<int> number)
    {
        var rule = Any(number) with { Name = "top-by", Ties = number.Item % 2 == 0 ? TiePolicy.Share : TiePolicy.Extend };
        rule = rule with { Entries = [.. rule.Entries.Select(entry => entry with { Holder = null })] };
        var drawn = rule.Draw(Seed);

        foreach (var struck in drawn.Winners)
        {
            var again = Without(rule, entry => entry.Id == struck.Id).Draw(Seed);
            Assert.Subset(again.Winners.Select(winner => winner.Id).ToHashSet(), drawn.Winners.Where(winner => winner != struck).Select(winner => winner.Id).ToHashSet());
        }
    }

    [Property(MaxTest = 300)]
    public void Draw_PersonExcluded_IsAsIfTheirEntriesWereNotThere(DoNotSize<int> number)
    {
        var rule = Any(number);
        foreach (var person in rule.Entries.Select(entry => entry.Person).Distinct().Take(4))
        {
            var excluded = rule.Draw(Seed, exclusions: Exclusions.Of([(person, "staff")]));
            AssertSame(Without(rule, entry => entry.Person == person).Draw(Seed), excluded);
            Assert.All(excluded.Skipped.Where(skipped => skipped.Entry.Person == person), skipped => Assert.Equal((SkipReason.Excluded, "staff"), (skipped.Reason, skipped.Why)));
        }
    }

    [Property(MaxTest = 300)]
    public void Draw_Quotas_AreKept(DoNotSize<int> number)
    {
        var rule = Any(number);
        if (rule.Quotas.Count == 0)
            return;
        var drawn = rule.Draw(Seed, OverlapPolicy.Allowed);
        foreach (var quota in rule.Quotas)
            Assert.InRange(drawn.Winners.Count(winner => winner.Stratum == quota.Stratum), quota.Min, quota.Max);
        Assert.All(drawn.Alternates.CountBy(alternate => alternate.Stratum!), count => Assert.InRange(count.Value, 0, rule.Alternates));
    }

    [Property(MaxTest = 300)]
    public void Draw_QuotasWithOnePrizeAPerson_AreKeptAsFarAsAnyoneIsLeft(DoNotSize<int> number)
    {
        var rule = Any(number);
        if (rule.Quotas.Count == 0)
            return;
        var drawn = rule.Draw(Seed, OverlapPolicy.OnePrizePerPerson);
        var seated = drawn.Winners.Concat(drawn.Alternates).Select(entry => entry.Person).ToList();
        Assert.Equal(seated.Distinct(), seated);
        var lacking = 0;
        foreach (var quota in rule.Quotas)
        {
            var winners = drawn.Winners.Count(winner => winner.Stratum == quota.Stratum);
            Assert.InRange(winners, 0, quota.Max);
            lacking += Math.Max(0, quota.Min - winners);
            if (winners < quota.Min)
                Assert.All(rule.Entries.Where(entry => entry.Stratum == quota.Stratum && rule.ValueOf(entry) != "0"), entry => Assert.Contains(entry.Person, seated));
        }

        Assert.InRange(drawn.Winners.Count, 0, rule.Take - lacking);
        Assert.All(drawn.Alternates.CountBy(alternate => alternate.Stratum!), count => Assert.InRange(count.Value, 0, rule.Alternates));
    }

    private static AnyRule Any(DoNotSize<int> number) => AnyDraw.Rule("r", new Random(number.Item), mostEntries: 24, Exclusions.None);

    private static AnyRule Without(AnyRule rule, Predicate<AnyEntry> struck) =>
        rule with { Entries = [.. rule.Entries.Where(entry => !struck(entry))] };

    private static void AssertSame(RuleOutcome expected, RuleOutcome actual)
    {
        Assert.Equal(expected.Winners, actual.Winners);
        Assert.Equal(expected.Alternates, actual.Alternates);
    }
}
