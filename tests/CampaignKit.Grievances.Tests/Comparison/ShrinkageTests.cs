using MathNet.Numerics;

namespace CampaignKit.Grievances.Tests;

public sealed class ShrinkageTests
{
    private const string File = "shrinkage.json";

    public static TheoryData<string> Ids => Vector.Ids(File, _ => true);

    [Fact]
    public void Ids_OfTheFile_AreAll() => Assert.Equal(["betabin-ml-chicago-community-area", "betabin-ml-small-units"], Vector.Cases(File).Select(c => c.GetProperty("id").GetString()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Of_ReferenceCase_HasThePriorTheRatesAndTheOrder(string id)
    {
        var expected = Assert.Single(Vector.Of(File, id));
        var tolerance = expected.GetProperty("tol_rel").GetDouble();
        var groups = expected.GetProperty("groups").EnumerateArray().ToList();
        var shrinkage = Shrinkage.Of(groups.Select(g =>
            Unit(g.GetProperty("group").GetString()!, g.GetProperty("x").GetInt64(), g.GetProperty("n").GetInt64())));
        var prior = shrinkage.Prior!.Value;
        var (alpha, beta) = (expected.GetProperty("alpha").GetDouble(), expected.GetProperty("beta").GetDouble());

        Assert.Equal(alpha, prior.Alpha, alpha * tolerance);
        Assert.Equal(beta, prior.Beta, beta * tolerance);
        var kernel = expected.GetProperty("loglik_kernel").GetDouble();
        Assert.Equal(kernel, LogLikelihood(shrinkage, prior), Math.Abs(kernel) * tolerance);
        foreach (var group in groups)
        {
            var unit = Assert.Single(shrinkage.Units, u => u.Name == group.GetProperty("group").GetString());
            Assert.Equal(group.GetProperty("raw").GetDouble(), unit.Rate.Value!.Value, 1e-12);
            Assert.Equal(group.GetProperty("shrunk").GetDouble(), unit.Value!.Value, tolerance);
        }

        Assert.Equal(expected.GetProperty("order_by_shrunk").EnumerateArray().Select(g => g.GetString()), shrinkage.Units.Select(u => u.Name));
        Assert.Equal(
            expected.GetProperty("order_by_raw").EnumerateArray().Select(g => g.GetString()),
            shrinkage.Units.OrderByDescending(u => u.Rate.Value).ThenBy(u => u.Name, StringComparer.Ordinal).Select(u => u.Name));
    }

    [Fact]
    public void Of_OneCaseSolved_DoesNotLead()
    {
        var shrinkage = Shrinkage.Of([Unit("one", 1, 1), Unit("good", 480, 500), Unit("fair", 400, 500), Unit("poor", 300, 500)]);

        Assert.Equal("good", shrinkage.Units[0].Name);
        Assert.Equal(1, Assert.Single(shrinkage.Units, u => u.Name == "one").Rate.Value);
    }

    [Fact]
    public void Of_UnitsAlike_GivesThePooledRate()
    {
        var shrinkage = Shrinkage.Of([Unit("a", 50, 100), Unit("b", 500, 1000), Unit("c", 0, 0)]);

        Assert.Null(shrinkage.Prior);
        Assert.All(shrinkage.Units, u => Assert.Equal(0.5, u.Value));
        Assert.Equal(shrinkage.Pooled.Interval().Low, shrinkage.Units[0].Interval().Low);
        Assert.StartsWith("c: 50.00 %, by itself no data", shrinkage.Units[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneCaseEach_IsNoEvidenceOfDifferences() =>
        Assert.Null(Shrinkage.Of(Enumerable.Range(0, 40).Select(i => Unit($"u{i}", i % 3 == 0 ? 0 : 1, 1))).Prior);

    [Fact]
    public void Of_AllOrNothing_LeavesTheRates()
    {
        var shrinkage = Shrinkage.Of([Unit("a", 500, 500), Unit("b", 0, 500)]);

        Assert.Equal([1.0, 0.0], shrinkage.Units.Select(u => Math.Round(u.Value!.Value, 5)));
    }

    [Fact]
    public void Of_NoData_IsNoData()
    {
        var nothing = Assert.Single(Shrinkage.Of([Unit("a", 0, 0)]).Units);

        Assert.Null(nothing.Value);
        Assert.Equal((0, 1), nothing.Interval());
    }

    /// <summary>The 2.5 % and 97.5 % quantiles of the beta distribution with shapes 3 and 5 are known: R, qbeta(c(.025, .975), 3, 5).</summary>
    [Fact]
    public void Interval_KnownPosterior_IsTheQuantilesOfTheBetaDistribution()
    {
        var unit = new ShrunkenRate(Unit("a", 2, 5), new BetaPrior(1 / 3.0, 3), Rate.Of(1, 3, "cases"));

        Assert.Equal(0.375, unit.Value!.Value, 1e-15);
        Assert.Equal((0.0989883, 0.7095791), (Math.Round(unit.Interval().Low, 7), Math.Round(unit.Interval().High, 7)));
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 200)]
    public void Value_AnyUnits_LiesBetweenOwnRateAndPriorMean(UnitRates rates)
    {
        var shrinkage = Shrinkage.Of(rates.Units);
        foreach (var unit in shrinkage.Units.Where(u => u.Value is not null))
        {
            var mean = shrinkage.Prior?.Mean ?? shrinkage.Pooled.Value!.Value;
            var own = unit.Rate.Value ?? mean;
            Assert.InRange(unit.Value!.Value, Math.Min(own, mean) - 1e-12, Math.Max(own, mean) + 1e-12);
        }
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 100)]
    public void Prior_AnyUnits_IsAsLikelyAsNone(UnitRates rates)
    {
        var shrinkage = Shrinkage.Of(rates.Units);
        if (shrinkage.Prior is not { Strength: > 0.01 } prior)
            return;

        var best = LogLikelihood(shrinkage, prior);
        foreach (var (mean, strength) in new[] { (1.0, 1.01), (1.0, 0.99), (0.99, 1.0), (1.0, 100), (1.0, 0.1) })
            Assert.True(LogLikelihood(shrinkage, new BetaPrior(prior.Mean * mean, prior.Strength * strength)) <= best + (1e-9 * Math.Abs(best)));
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 100)]
    public void Of_OtherOrder_IsTheSame(UnitRates rates) =>
        Assert.Equal(Shrinkage.Of(rates.Units).Units.Select(u => u.Name).Order(), Shrinkage.Of(rates.Units.Reverse()).Units.Select(u => u.Name).Order());

    private static double LogLikelihood(Shrinkage shrinkage, BetaPrior prior) => shrinkage.Units.Sum(u =>
    {
        var (hits, misses) = ((double)u.Rate.Hits, (double)(u.Rate.Base - u.Rate.Hits));
        return SpecialFunctions.BetaLn(hits + prior.Alpha, misses + prior.Beta) - SpecialFunctions.BetaLn(prior.Alpha, prior.Beta);
    });

    private static NamedRate Unit(string name, long hits, long count) => new(name, Rate.Of(hits, count, "cases"));
}
