using System.Globalization;

namespace CampaignKit.Draws.Tests;

public sealed class DrawOddsTests
{
    [Theory]
    [InlineData(10, 3, 0.3)]
    [InlineData(3, 3, 1)]
    [InlineData(2, 5, 1)]
    public void Of_EqualWeights_IsPlacesOverEntrants(int entrants, int take, double chance)
    {
        var ids = Enumerable.Range(0, entrants).Select(i => $"e{i}").ToList();

        Assert.Equal(chance, DrawOdds.Of(Pool.Of(ids), take).ChanceOf("e0"));
        Assert.Equal(chance, DrawOdds.Of(Pool.OfWeights(ids.Select(id => (id, 7L)).Append(("nobody", 0L))), take).ChanceOf("e1"));
    }

    [Fact]
    public void ChanceOf_WeightZero_IsZero()
    {
        var odds = DrawOdds.Of(Pool.OfWeights([("a", 0), ("b", 1), ("c", 2)]), 2);

        Assert.Equal((0.0, 1.0, 1.0), (odds.ChanceOf("a"), odds.ChanceOf("b"), odds.ChanceOf("c")));
        Assert.Throws<KeyNotFoundException>(() => odds.ChanceOf("d"));
    }

    [Fact]
    public void Of_EmptyPool_HasNoChances() => Assert.Empty(DrawOdds.Of(Pool.Of([]), 1).ByWeight);

    [Fact]
    public void Entrants_OfEachWeight_AreCounted()
    {
        var odds = DrawOdds.Of(Pool.OfWeights([("a", 3), ("b", 1), ("c", 3), ("d", 0)]), 1);

        Assert.Equal([(0, 1), (1, 1), (3, 2)], odds.Entrants.Select(group => ((int)group.Key, group.Value)).Order());
        Assert.Equal((3, 0), (odds.WeightOf("c"), odds.WeightOf("d")));
        Assert.Equal(1, DrawOdds.Of(Pool.Of(["a"]), 1).WeightOf("a"));
        Assert.Throws<KeyNotFoundException>(() => odds.WeightOf("z"));
    }

    [Fact]
    public void Of_OnePlace_IsTheShareOfTheWeight()
    {
        long[] weights = [1, 2, 3, 100, 1_000_000, 90_000_000];
        var odds = DrawOdds.Of(Weighted(weights), 1);

        Assert.All(weights, weight => Assert.Equal((double)weight / weights.Sum(), odds.ByWeight[weight], DrawOdds.Accuracy));
    }

    /// <summary>Every order in which the first places can be filled, each with its probability.</summary>
    [Property(MaxTest = 60)]
    public void Of_TinyPool_AgreesWithAllOrders(byte[] bytes, byte places)
    {
        var weights = bytes.Take(7).Select(weight => (long)(weight % 9)).ToArray();
        var take = 1 + (places % 4);
        var odds = DrawOdds.Of(Weighted(weights), take);
        var expected = ByAllOrders(weights, take);

        for (var i = 0; i < weights.Length; i++)
            Assert.Equal(expected[i], odds.ChanceOf(Id(i)), DrawOdds.Accuracy);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_WeightsFarApart_AgreesWithAllOrders(int take)
    {
        long[] weights = [1, 99_000_000, 900_000, 3, 2_000];
        var odds = DrawOdds.Of(Weighted(weights), take);
        var expected = ByAllOrders(weights, take);

        for (var i = 0; i < weights.Length; i++)
            Assert.Equal(expected[i], odds.ChanceOf(Id(i)), DrawOdds.Accuracy);
    }

    [Property(MaxTest = 60)]
    public void Of_AnyPool_SumsToThePlacesAndGrowsWithWeight(ushort[] numbers, byte places)
    {
        var weights = numbers.Select(number => number < 60_000 ? (long)(number % 40) : number).ToArray();
        var take = 1 + (places % 50);
        var odds = DrawOdds.Of(Weighted(weights), take);

        var sum = weights.Select((_, i) => odds.ChanceOf(Id(i))).Sum();
        Assert.Equal(Math.Min(take, weights.Count(weight => weight > 0)), sum, DrawOdds.Accuracy * (1 + weights.Length));
        var chances = odds.ByWeight.OrderBy(chance => chance.Key).Select(chance => chance.Value).ToList();
        Assert.All(chances.Zip(chances.Skip(1)), pair => Assert.True(pair.First <= pair.Second + DrawOdds.Accuracy));
        Assert.All(chances, chance => Assert.InRange(chance, 0, 1));
    }

    [Theory]
    [InlineData(1_000, 20)]
    [InlineData(1_000, 999)]
    [InlineData(30_000, 500)]
    [InlineData(1_000_000, 1_000)]
    public void Of_LargePool_SumsToThePlaces(int entrants, int take)
    {
        var odds = DrawOdds.Of(Pool.OfWeights(Enumerable.Range(0, entrants).Select(i => (Id(i), (long)(i % 10 == 0 ? 50 : 1 + (i % 3))))), take);
        var counts = Enumerable.Range(0, entrants).CountBy(i => (long)(i % 10 == 0 ? 50 : 1 + (i % 3)));

        Assert.Equal(take, counts.Sum(count => count.Value * odds.ByWeight[count.Key]), 1e-7);
    }

    [Fact]
    public void Of_ManyDistinctWeights_SumsToThePlaces()
    {
        var weights = Enumerable.Range(1, 5_000).Select(i => (long)i).ToArray();
        var odds = DrawOdds.Of(Weighted(weights), 20);

        Assert.Equal(20, weights.Sum(weight => odds.ByWeight[weight]), 1e-8);
    }

    [Fact]
    public void Of_RealPicks_AgreeWithTheirFrequencies()
    {
        const int draws = 20_000;
        const int take = 3;
        long[] weights = [1, 1, 2, 3, 5, 8, 0];
        var pool = Weighted(weights);
        var odds = DrawOdds.Of(pool, take);

        var wins = Enumerable.Range(0, draws)
            .SelectMany(draw => Draw.Pick(pool, RuleSeed.FromText(string.Create(CultureInfo.InvariantCulture, $"odds {draw}")), take).Winners)
            .CountBy(winner => winner.Id).ToDictionary();

        for (var i = 0; i < weights.Length; i++)
        {
            var chance = odds.ChanceOf(Id(i));
            var deviation = Math.Sqrt(draws * chance * (1 - chance));
            Assert.InRange(wins.GetValueOrDefault(Id(i)), (draws * chance) - (4 * deviation), (draws * chance) + (4 * deviation));
        }
    }

    [Fact]
    public void Of_TooMuchWork_IsRefusedWithTheLimit()
    {
        var pool = Weighted([.. Enumerable.Range(1, 10_000).Select(i => (long)(i % 2_000) + 1)]);

        Assert.Contains("too much work: 10000000, at most 5000000", Assert.Throws<ArgumentException>(() => DrawOdds.Of(pool, 1_000)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DrawOdds.Of(Changning.Scores, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawOdds.Of(pool, 0));
        Assert.Throws<OperationCanceledException>(() => DrawOdds.Of(pool, 2, new CancellationToken(canceled: true)));
    }

    private static double[] ByAllOrders(long[] weights, int take)
    {
        var chances = new double[weights.Length];
        Fill([], 1, weights.Sum());
        return chances;

        void Fill(List<int> seated, double probability, long left)
        {
            if (seated.Count == take || left == 0)
            {
                foreach (var i in seated)
                    chances[i] += probability;
                return;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                if (weights[i] > 0 && !seated.Contains(i))
                    Fill([.. seated, i], probability * weights[i] / left, left - weights[i]);
            }
        }
    }

    private static Pool Weighted(long[] weights) => Pool.OfWeights(weights.Select((weight, i) => (Id(i), weight)));

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"e{i}");
}
