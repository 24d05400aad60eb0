namespace CampaignKit.Draws.Tests;

/// <summary>Each rule by examples, and what it refuses.</summary>
public sealed class RuleTests
{
    private static readonly RuleSeed Seed = RuleSeed.FromText("any");

    [Fact]
    public void TopBy_EarliestToReach_GoesByTheTimeThenTheTicket()
    {
        var pool = Pool.OfTimedScores([("late", 7, 300), ("early", 7, -5), ("best", 9, 900), ("a", 7, 100), ("b", 7, 100)]);

        var outcome = Draw(pool, new TopByRule("rank", pool.Commitment, 3, TiePolicy.EarliestToReach, alternates: 2));

        var tied = new[] { "a", "b" }.OrderBy(id => Seed.TicketOf(id)).ToList();
        Assert.Equal(["best", "early", tied[0]], Ids(outcome.Winners));
        Assert.Equal([tied[1], "late"], Ids(outcome.Alternates));
        Assert.Equal(("7", "-5"), (outcome.Winners[1].Value, outcome.Winners[1].Reached));
        Assert.All(outcome.Winners, winner => Assert.Equal(Seed.TicketOf(winner.Id), winner.Ticket));
    }

    [Fact]
    public void TopBy_SharedPlaces_AlternatesFollowBehindTheTied()
    {
        var pool = Pool.OfScores([("a", 9), ("b", 5), ("c", 5), ("d", 5), ("e", 1), ("f", 0)]);

        var outcome = Draw(pool, new TopByRule("rank", pool.Commitment, 2, TiePolicy.Share, alternates: 1));

        Assert.Equal(["a", "b", "c", "d"], Ids(outcome.Winners).Order());
        Assert.Equal([null, "1/3", "1/3", "1/3"], outcome.Winners.Select(winner => winner.Share?.ToString()));
        Assert.Equal(["e"], Ids(outcome.Alternates));
    }

    [Fact]
    public void FirstN_LowestPlaces_Win()
    {
        var pool = Pool.OfScores([("third", 30), ("first", -1), ("second", 20), ("fourth", long.MaxValue)]);

        var outcome = Draw(pool, new FirstNRule("quick", pool.Commitment, 2, TiePolicy.Extend, alternates: 1));

        Assert.Equal(["first", "second"], Ids(outcome.Winners));
        Assert.Equal(["third"], Ids(outcome.Alternates));
    }

    [Theory]
    [InlineData(7, 3, "3,10,0017")]
    [InlineData(1, 0, "3,10,0017,90071992547409910000000000000000000001")]
    [InlineData(9_007_199_254_740_991, 10, "10")]
    [InlineData(9_007_199_254_740_991, 1, "90071992547409910000000000000000000001")]
    public void EveryNth_AnyDivisor_CountsExactly(long n, long offset, string expected)
    {
        string[] numbers = ["10", "3", "90071992547409910000000000000000000001", "0017"];
        var pool = Pool.OfNumbers(numbers.Select(number => ($"p{number}", number)));

        Assert.Equal(expected.Split(','), Draw(pool, new EveryNthRule("nth", pool.Commitment, n, offset)).Winners.Select(winner => winner.Value));
    }

    [Fact]
    public void Threshold_HighestFirstThenIds_WithoutTickets()
    {
        var pool = Pool.OfScores([("b", 5), ("a", 5), ("c", 4), ("d", long.MaxValue), ("e", -9)]);

        var outcome = Draw(pool, new ThresholdRule("hundred", pool.Commitment, 5));

        Assert.Equal(["d", "a", "b"], Ids(outcome.Winners));
        Assert.All(outcome.Winners, winner => Assert.Null(winner.Ticket));
        Assert.Empty(outcome.Alternates);
    }

    [Fact]
    public void Random_Quotas_KeepRoomForMinimaAndAlternatesOfEachStratum()
    {
        var ids = Enumerable.Range(0, 40).Select(i => $"p{i:D2}").ToList();
        var pool = Pool.Of(ids).InStrata(ids.ToDictionary(id => id, id => id is "p07" or "p08" ? "rare" : id[2] < '5' ? "low" : "high"));

        var outcome = Draw(pool, new RandomRule("teams", pool.Commitment, 5, 2, [Quota.AtLeast("rare", 2), Quota.AtMost("low", 1)]));

        Assert.Equal(("rare", 2), (outcome.Winners[^1].Stratum, outcome.Winners.Count(winner => winner.Stratum == "rare")));
        Assert.Equal(5, outcome.Winners.Count);
        Assert.Equal(2, outcome.Alternates.Count(alternate => alternate.Stratum == "low"));
        Assert.Equal(2, outcome.Alternates.Count(alternate => alternate.Stratum == "high"));
        Assert.Equal(outcome.Winners.Select(winner => winner.Ticket).Order(), outcome.Winners.Select(winner => winner.Ticket));
    }

    [Fact]
    public void Random_ManyStrata_OfOneEachAreDrawn()
    {
        var ids = Enumerable.Range(0, 3_000).Select(i => $"p{i:D4}").ToList();
        var pool = Pool.Of(ids).InStrata(ids.ToDictionary(id => id, id => id));

        var outcome = Draw(pool, new RandomRule("teams", pool.Commitment, 10, 0, [Quota.AtMost("p0001", 0)]));

        Assert.Equal(ids.Where(id => id != "p0001").OrderBy(id => Seed.TicketOf(id)).Take(10), Ids(outcome.Winners));
    }

    [Fact]
    public void Lock_QuotasThatCannotBeMet_NamesEveryConflict()
    {
        string[] ids = ["a1", "a2", "a3", "b1", "b2"];
        var weights = Pool.OfWeights(ids.Select(id => (id, id == "a3" ? 0L : 1))).InStrata(ids.ToDictionary(id => id, id => id[..1]));
        var people = Pool.Of(ids).InStrata(ids.ToDictionary(id => id, id => id[..1]));

        var refusal = Assert.Throws<InfeasibleQuotasException>(() => Draws.Draw.Plan("c/d/p")
            .Random("few", weights, 3, 0, Quota.AtLeast("a", 2), Quota.AtLeast("c", 1))
            .Random("minima", people, 2, 0, Quota.AtLeast("a", 2), Quota.Exactly("b", 1))
            .Random("maxima", people, 4, 0, Quota.AtMost("a", 1), Quota.AtMost("b", 2))
            .Random("good", people, 3, 0, Quota.AtMost("a", 2), Quota.AtLeast("b", 1))
            .Exclude(Exclusions.Of([("a1", "staff")]))
            .AllowOverlap().Lock(Changning.Entropy));

        Assert.Equal(
            [
                "Rule 'few', stratum 'a': at least 2 of it must win, and 1 can (3 entries, less 1 of excluded persons, less 1 of weight 0).",
                "Rule 'few', stratum 'c': at least 1 of it must win, and the pool has no entry of it.",
                "Rule 'minima': 2 are to win, and the quotas ask for at least 3.",
                "Rule 'maxima': 4 are to win, and the quotas of all strata allow at most 3.",
            ],
            refusal.Conflicts.Select(conflict => conflict.ToString()));
    }

    [Fact]
    public void Plan_MisusedNewRules_AreRefused()
    {
        var plan = Draws.Draw.Plan("c/d/p");
        var timed = Pool.OfTimedScores([("a", 1, 1)]);

        Assert.Throws<ArgumentException>(() => plan.TopBy("r", Changning.Scores, 1, TiePolicy.EarliestToReach));
        Assert.Throws<ArgumentException>(() => plan.TopBy("r", timed, 1, TiePolicy.Ticket));
        Assert.Throws<ArgumentException>(() => plan.FirstN("r", timed, 1, TiePolicy.EarliestToReach));
        Assert.Throws<ArgumentException>(() => plan.Threshold("r", timed, 1));
        Assert.Throws<ArgumentException>(() => plan.EveryNth("r", Changning.Scores, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.EveryNth("r", Changning.Numbers, 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.EveryNth("r", Changning.Numbers, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Threshold("r", Changning.Scores, long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.TopBy("r", Changning.Scores, 1, TiePolicy.Ticket, alternates: -1));
        Assert.Throws<ArgumentException>(() => plan.Random("r", Changning.Messages, 1, 0, Quota.AtLeast("a", 1)));
        Assert.Throws<ArgumentException>(() => plan.Random("r", Changning.Messages.InStrata(Changning.Messages.Ids.ToDictionary(id => id, _ => "a")), 1, 0, Quota.AtLeast("a", 1), Quota.AtMost("a", 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quota.Between("a", 2, 1));
        Assert.Throws<ArgumentException>(() => Quota.Exactly("a\tb", 1));
    }

    private static RuleOutcome Draw(Pool pool, DrawRule rule) => rule.Draw(pool, Seed, new PrizeBook(OverlapPolicy.OnePrizePerPerson));

    private static IEnumerable<string> Ids(IEnumerable<DrawnEntry> entries) => entries.Select(entry => entry.Id);
}
