namespace CampaignKit.Grievances.Tests;

public sealed class RankComparisonTests
{
    [Fact]
    public void Of_OneCaseAndManyCases_RanksOnlyWhatCanBeRanked()
    {
        var ranks = RankComparison.Of([Unit("one", 1, 1), Unit("a", 950, 1000), Unit("b", 940, 1000), Unit("c", 500, 1000)]);

        Assert.Equal("one", Assert.Single(ranks.TooFew).Name);
        Assert.Equal([("a", 1, 1, 2), ("b", 2, 1, 2), ("c", 3, 3, 3)], ranks.Units.Select(u => (u.Name, u.Rank, u.BestRank, u.WorstRank)));
        Assert.Equal(["a b", "c"], Names(ranks));
        Assert.True(ranks.Units[0].IsLike(ranks.Units[1]));
        Assert.False(ranks.Units[0].IsLike(ranks.Units[2]));
        Assert.StartsWith("a: rank 1 to 2, 95.00 %", ranks.Units[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("c: rank 3, ", ranks.Units[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneUnit_IsFirst()
    {
        var ranks = RankComparison.Of([Unit("a", 3, 10)]);

        Assert.Equal((1, 1, 1), (ranks.Units[0].Rank, ranks.Units[0].BestRank, ranks.Units[0].WorstRank));

        // Alone, the interval is that of Clopper and Pearson: R, binom.test(3, 10).
        Assert.Equal((0.06673951, 0.65245285), (Math.Round(ranks.Units[0].Low, 8), Math.Round(ranks.Units[0].High, 8)));
    }

    [Fact]
    public void Of_AllTooFew_RanksNothing()
    {
        var ranks = RankComparison.Of([Unit("a", 3, 9), Unit("b", 0, 0)]);

        Assert.Empty(ranks.Units);
        Assert.Empty(ranks.Groups);
        Assert.Equal(2, ranks.TooFew.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Of_LevelOutOfRange_IsRefused(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RankComparison.Of([Unit("a", 3, 10)], level));
        Assert.Throws<ArgumentException>(() => RankComparison.Of([Unit("a", 3, 10)], minimumBase: 0));
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Ranks_AnyUnits_AreWithinTheirIntervals(UnitRates rates)
    {
        var units = RankComparison.Of(rates.Units, minimumBase: 1).Units;
        foreach (var unit in units)
        {
            Assert.InRange(unit.Rank, unit.BestRank, unit.WorstRank);
            Assert.InRange(unit.Rate.Value!.Value, unit.Low, unit.High);
            Assert.Equal(1 + units.Count(other => other.Low > unit.High), unit.BestRank);
            Assert.Equal(units.Count - units.Count(other => other.High < unit.Low), unit.WorstRank);
            Assert.Equal(1 + units.Count(other => other.Rate.Value > unit.Rate.Value), unit.Rank);
        }
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Groups_AnyUnits_AreTheLargestWithoutDifferences(UnitRates rates)
    {
        var ranks = RankComparison.Of(rates.Units, minimumBase: 1);
        foreach (var group in ranks.Groups)
        {
            Assert.All(group, one => Assert.All(group, other => Assert.True(one.IsLike(other))));
            Assert.All(ranks.Units.Except(group), other => Assert.Contains(group, one => !one.IsLike(other)));
        }

        foreach (var one in ranks.Units)
            Assert.All(ranks.Units.Where(one.IsLike), other => Assert.Contains(ranks.Groups, g => g.Contains(one) && g.Contains(other)));
        Assert.Equal(ranks.Groups.Count, Names(ranks).Distinct().Count());
        Assert.Equal(ranks.Groups.OrderByDescending(g => g.Max(u => u.Low)), ranks.Groups);
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 200)]
    public void Ranks_HigherLevel_AreNoNarrower(UnitRates rates)
    {
        var sure = RankComparison.Of(rates.Units, 0.99);
        var bold = RankComparison.Of(rates.Units, 0.8);

        Assert.All(sure.Units.Zip(bold.Units), u => Assert.True(u.First.BestRank <= u.Second.BestRank && u.First.WorstRank >= u.Second.WorstRank));
    }

    private static IEnumerable<string> Names(RankComparison ranks) => ranks.Groups.Select(g => string.Join(' ', g.Select(u => u.Name)));

    private static NamedRate Unit(string name, long hits, long count) => new(name, Rate.Of(hits, count, "cases"));
}
