using System.Globalization;

namespace CampaignKit.Draws.Tests;

/// <summary>What holds of every draw.</summary>
public sealed class DrawLawTests
{
    [Property]
    public void Pick_OfPermutedPool_IsTheSame(int[] numbers, int salt, byte take)
    {
        var ids = Ids(numbers);
        var shuffled = ids.OrderBy(id => Digest.Of($"{salt}{id}"));
        var seed = Seed(salt);

        var (one, other) = (Pool.Of(ids), Pool.Of(shuffled));

        Assert.Equal(one.Digest, other.Digest);
        AssertSame(Draw.Pick(one, seed, take + 1, take), Draw.Pick(other, seed, take + 1, take));
    }

    [Property]
    public void Pick_LoserStruck_ChangesNobody(int[] numbers, int salt)
    {
        var ids = Ids(numbers);
        var drawn = Draw.Pick(Pool.Of(ids), Seed(salt), take: 3, alternates: 2);
        var named = drawn.Winners.Concat(drawn.Alternates).Select(entry => entry.Id).ToHashSet();

        foreach (var loser in ids.Where(id => !named.Contains(id)).Take(5))
            AssertSame(drawn, Draw.Pick(Pool.Of(ids.Where(id => id != loser)), Seed(salt), take: 3, alternates: 2));
    }

    [Property]
    public void Pick_WinnerStruck_PromotesTheFirstAlternateAlone(int[] numbers, int salt)
    {
        var ids = Ids(numbers);
        var drawn = Draw.Pick(Pool.Of(ids), Seed(salt), take: 3, alternates: 2);

        foreach (var struck in drawn.Winners)
        {
            var again = Draw.Pick(Pool.Of(ids.Where(id => id != struck.Id)), Seed(salt), take: 3, alternates: 2);
            Assert.Equal(drawn.Winners.Where(winner => winner != struck).Concat(drawn.Alternates.Take(1)), again.Winners);
        }
    }

    [Property]
    public void Pick_OfAnyPool_EqualsSortingAllTickets(int[] numbers, int salt, byte take)
    {
        var ids = Ids(numbers);

        var picked = Draw.Pick(Pool.Of(ids), Seed(salt), take + 1);

        Assert.Equal(ids.OrderBy(id => Digest.Of($"{Seed(salt)}{id}").ToString(), StringComparer.Ordinal).Take(take + 1), picked.Winners.Select(winner => winner.Id));
    }

    [Fact]
    public void Pick_Weighted_NeverDrawsWeightZeroAndKeepsProportions()
    {
        const int draws = 3_000;
        long[] weights = [0, 1, 2, 3, 4];
        var pool = Pool.OfWeights(weights.Select((weight, i) => ($"e{i}", weight)));

        var wins = Enumerable.Range(0, draws)
            .Select(draw => Draw.Pick(pool, Seed(draw), take: 1).Winners[0].Id)
            .CountBy(id => id).ToDictionary();

        Assert.DoesNotContain("e0", wins.Keys);
        var chiSquare = Enumerable.Range(1, 4).Sum(i => Math.Pow(wins[$"e{i}"] - (draws * weights[i] / 10.0), 2) / (draws * weights[i] / 10.0));
        Assert.InRange(chiSquare, 0, 16.27); // 3 degrees of freedom, 0.1 %
    }

    [Fact]
    public void Pick_OverManySeeds_IsUniform()
    {
        const int draws = 5_000;
        var pool = Pool.Of(Enumerable.Range(0, 20).Select(i => $"e{i}"));

        var wins = Enumerable.Range(0, draws)
            .SelectMany(draw => Draw.Pick(pool, Seed(draw), take: 2).Winners)
            .CountBy(winner => winner.Id).ToDictionary();

        var expected = draws * 2 / 20.0;
        Assert.InRange(wins.Values.Sum(count => Math.Pow(count - expected, 2) / expected), 0, 43.82); // 19 degrees of freedom, 0.1 %
    }

    [Fact]
    public void Random_ManyEntriesOfOnePerson_LooksPastAllOfThem()
    {
        var ids = Enumerable.Range(0, 2_000).Select(Id).ToList();
        var pool = Pool.Of(ids, ids.ToDictionary(id => id, id => id.EndsWith('7') ? id : "prolific"));

        var outcome = new RandomRule("messages", pool.Commitment, 300, 10).Draw(pool, Seed(1), new PrizeBook(OverlapPolicy.OnePrizePerPerson));

        Assert.Equal(201, outcome.Winners.Count);
        Assert.Empty(outcome.Alternates);
        Assert.Equal(1_799, outcome.Skipped.Count);
    }

    [Fact]
    public void Hold_OverlapAllowed_SkipsNobody()
    {
        var result = Draw.Plan("c/d/p")
            .TopBy("rank", Changning.Scores, 20, TiePolicy.Extend)
            .Random("messages", Changning.HeldMessages(), 100)
            .AllowOverlap()
            .Lock(Changning.Entropy).Hold(Changning.Reveal);

        Assert.Equal(53, result["rank"].Winners.Count);
        Assert.All(result.Rules, rule => Assert.Empty(rule.Skipped));
        Assert.True(result["messages"].Winners.DistinctBy(winner => winner.Person).Count() < 100);
    }

    [Fact]
    public void NumberEndsWith_LengthsAndZeros_OrdersByNumberThenId()
    {
        var pool = Pool.OfNumbers([("b", "0021"), ("a", "021"), ("c", "121"), ("d", "21"), ("e", "12"), ("f", "00021"), ("A", "121"), ("z", "1")]);

        var outcome = new NumberEndsWithRule("number", pool.Commitment, ["21", "021", "0"]).Draw(pool, Seed(1), new PrizeBook(OverlapPolicy.Allowed));

        Assert.Equal(["f", "b", "a", "d", "A", "c"], outcome.Winners.Select(winner => winner.Id));
    }

    [Fact]
    public void TopBy_ExtremeScores_AreOrderedExactly()
    {
        var pool = Pool.OfScores([("low", long.MinValue), ("high", long.MaxValue), ("next", long.MaxValue - 1), ("zero", 0)]);

        var outcome = new TopByRule("rank", pool.Commitment, 4, TiePolicy.Ticket).Draw(pool, Seed(1), new PrizeBook(OverlapPolicy.Allowed));

        Assert.Equal(["high", "next", "zero", "low"], outcome.Winners.Select(winner => winner.Id));
    }

    [Fact]
    public void Lock_WithoutOverlapPolicy_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).Lock(Changning.Entropy));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a'")]
    public void Random_MalformedRuleId_IsRefused(string ruleId) =>
        Assert.Throws<ArgumentException>(() => Draw.Plan("c/d/p").Random(ruleId, Changning.Messages, 1));

    [Fact]
    public void Plan_MisusedRule_IsRefused()
    {
        var plan = Draw.Plan("c/d/p").Random("rank", Changning.Messages, 1);

        Assert.Throws<ArgumentException>(() => plan.Random("Rank", Changning.Messages, 1));
        Assert.Throws<ArgumentException>(() => plan.TopBy("top", Changning.Messages, 1, TiePolicy.Ticket));
        Assert.Throws<ArgumentException>(() => plan.NumberEndsWith("n", Changning.Numbers));
        Assert.Throws<ArgumentException>(() => plan.NumberEndsWith("n", Changning.Numbers, "1", "1"));
        Assert.Throws<ArgumentException>(() => plan.NumberEndsWith("n", Changning.Numbers, "1x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Random("zero", Changning.Messages, 0));
        Assert.Throws<FormatException>(() => Draw.Plan("c/d"));
    }

    private static List<string> Ids(int[] numbers) => [.. numbers.Distinct().Select(Id)];

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    private static RuleSeed Seed(int salt) => RuleSeed.FromText(string.Create(CultureInfo.InvariantCulture, $"seed {salt}"));

    private static void AssertSame(RuleOutcome expected, RuleOutcome actual)
    {
        Assert.Equal(expected.Winners, actual.Winners);
        Assert.Equal(expected.Alternates, actual.Alternates);
    }
}
