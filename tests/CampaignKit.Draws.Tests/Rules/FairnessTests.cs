namespace CampaignKit.Draws.Tests;

/// <summary>Chances, counted over many fixed seeds and compared by chi-square at 0.1 %.</summary>
public sealed class FairnessTests
{
    private const int Draws = 4_000;

    // Limits of chi-square at 0.1 % by degrees of freedom.
    private static readonly double[] Limits = [0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88];

    [Fact]
    public void TopBy_TiedForThePlacesLeft_AllHaveTheSameChance()
    {
        var pool = Pool.OfScores([("first", 9), .. Enumerable.Range(0, 6).Select(i => ($"tied{i}", 5L)), ("low", 1)]);

        var wins = Count(pool, new TopByRule("rank", pool.Commitment, 3, TiePolicy.Ticket));

        Assert.Equal((Draws, false), (wins["first"], wins.ContainsKey("low")));
        AssertProportions(wins.Where(win => win.Key.StartsWith("tied", StringComparison.Ordinal)), _ => 1);
    }

    [Fact]
    public void Random_StrataOfFixedCounts_EachStratumIsDrawnEvenly()
    {
        var pool = Pool.Of(Enumerable.Range(0, 9).Select(i => $"e{i}")).InStrata(Enumerable.Range(0, 9).ToDictionary(i => $"e{i}", i => i < 3 ? "small" : "large"));

        var wins = Count(pool, new RandomRule("teams", pool.Commitment, 3, 0, [Quota.Exactly("small", 1), Quota.Exactly("large", 2)]));

        Assert.Equal(Draws, Enumerable.Range(0, 3).Sum(i => wins[$"e{i}"]));
        AssertProportions(wins.Where(win => win.Key[1] < '3'), _ => 1);
        AssertProportions(wins.Where(win => win.Key[1] >= '3'), _ => 1);
    }

    [Fact]
    public void Random_WeightsInStrata_EachStratumKeepsItsProportions()
    {
        var pool = Pool.OfWeights(Enumerable.Range(0, 8).Select(i => ($"e{i}", (long)(i % 4)))).InStrata(Enumerable.Range(0, 8).ToDictionary(i => $"e{i}", i => i < 4 ? "a" : "b"));

        var wins = Count(pool, new RandomRule("teams", pool.Commitment, 2, 0, [Quota.Exactly("a", 1), Quota.AtMost("b", 1)]));

        Assert.False(wins.ContainsKey("e0") || wins.ContainsKey("e4"));
        AssertProportions(wins.Where(win => win.Key[1] < '4'), id => (id[1] - '0') % 4);
        AssertProportions(wins.Where(win => win.Key[1] >= '4'), id => (id[1] - '0') % 4);
    }

    [Fact]
    public void Random_OneEntryAPersonOrAMessage_GivesChancesByPersonOrByMessage()
    {
        int[] messages = [1, 2, 3, 4];
        var holders = messages.SelectMany(count => Enumerable.Range(0, count).Select(i => (Id: $"m{count}{i}", Person: $"p{count}"))).ToDictionary(m => m.Id, m => m.Person);
        var byMessage = Pool.Of(holders.Keys, holders);
        var byPerson = byMessage.Persons();

        AssertProportions(Count(byMessage, new RandomRule("r", byMessage.Commitment, 1, 0)), person => person[1] - '0');
        AssertProportions(Count(byPerson, new RandomRule("r", byPerson.Commitment, 1, 0)), _ => 1);
    }

    private static Dictionary<string, int> Count(Pool pool, DrawRule rule) => Enumerable.Range(0, Draws)
        .SelectMany(draw => rule.Draw(pool, RuleSeed.FromText($"seed {draw}"), new PrizeBook(OverlapPolicy.OnePrizePerPerson)).Winners)
        .CountBy(winner => winner.Person).ToDictionary();

    private static void AssertProportions(IEnumerable<KeyValuePair<string, int>> wins, Func<string, int> share)
    {
        var counted = wins.ToList();
        var (won, shares) = (counted.Sum(win => win.Value), counted.Sum(win => share(win.Key)));
        var chiSquare = counted.Sum(win => Math.Pow(win.Value - ((double)won * share(win.Key) / shares), 2) / ((double)won * share(win.Key) / shares));
        Assert.InRange(chiSquare, 0, Limits[counted.Count - 1]);
    }
}
