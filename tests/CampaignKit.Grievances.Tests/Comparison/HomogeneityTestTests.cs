using MathNet.Numerics.Distributions;

namespace CampaignKit.Grievances.Tests;

public sealed class HomogeneityTestTests
{
    /// <summary>Smokers among patients of four hospitals: J. L. Fleiss (1981), p. 139, and the example of R's <c>prop.test</c>: X-squared = 12.6, df = 3, p-value = 0.005585.</summary>
    [Fact]
    public void Of_SmokersOfFourHospitals_IsThatOfR()
    {
        var test = HomogeneityTest.Of([Of(83, 86), Of(90, 93), Of(129, 136), Of(70, 82)])!;

        Assert.Equal(0.005585, test.Probability, 5e-7);
        Assert.False(test.IsBound);
    }

    [Fact]
    public void Of_NothingToCompare_IsNull()
    {
        Assert.Null(HomogeneityTest.Of([]));
        Assert.Null(HomogeneityTest.Of([Of(3, 10), Of(0, 0)]));
    }

    [Fact]
    public void Of_AllAlike_IsOne()
    {
        Assert.Equal(new HomogeneityTest(1, false), HomogeneityTest.Of([Of(0, 10), Of(0, 7)]));
        Assert.Equal(new HomogeneityTest(1, false), HomogeneityTest.Of([Of(7, 7), Of(2, 2)]));
        Assert.Equal(new HomogeneityTest(1, false), HomogeneityTest.Of([Of(5, 10), Of(20, 40)]));
        Assert.Equal(new HomogeneityTest(1, true), HomogeneityTest.Of([Of(1, 2), Of(2, 4)]));
    }

    /// <summary>Chance alone explains each better than chi-square says: by Fisher's exact test 0.0625, 0.028, 0.091.</summary>
    [Fact]
    public void Of_FewMissesExpected_IsNotBeyondChance()
    {
        HomogeneityTest?[] tests =
        [
            HomogeneityTest.Of([Of(150, 150), Of(9, 10)]),
            HomogeneityTest.Of([Of(9, 10), Of(200, 200), Of(150, 150)]),
            HomogeneityTest.Of([Of(8, 10), .. Enumerable.Repeat(Of(10, 10), 9)]),
            HomogeneityTest.Of([Rate.Of(149.5m, 150, "patients"), Rate.Of(8.5m, 10, "patients")]),
        ];

        Assert.All(tests, test => Assert.Equal((true, false), (test!.IsBound, test.IsBeyondChance)));
    }

    /// <summary>Of units without a hit, the bound is a power: of 36 cases dealt out by lot, each misses with 36 in 688, twice for two sides and two units.</summary>
    [Fact]
    public void Of_FewMissesExpectedAllInOneUnit_IsBeyondChanceByTheBound()
    {
        var test = HomogeneityTest.Of([Of(652, 652), Of(0, 36)])!;

        Assert.Equal(4 * Math.Pow(36 / 688.0, 36) * 1e40, test.Probability * 1e40, 1e-12);
        Assert.Equal((true, true), (test.IsBound, test.IsBeyondChance));
    }

    /// <summary>No expected count below 1, and at most a fifth of them below 5, of hits and misses alike.</summary>
    public static TheoryData<(long Hits, long Base)[], bool> AtTheLimits => new()
    {
        { [(2, 10), (8, 10)], false },
        { [(2, 10), (7, 10)], true },
        { [(9, 10), (450, 500), (450, 500), (450, 500), (450, 500)], false },
        { [(9, 10), (451, 500), (450, 500), (450, 500), (450, 500)], true },
        { [(8, 10), (8, 10), (400, 500), (400, 500), (400, 500)], false },
        { [(8, 10), (8, 10), (8, 10), (400, 500), (400, 500)], true },
    };

    [Theory]
    [MemberData(nameof(AtTheLimits))]
    public void Of_ExpectedCountsAtCochransLimits_IsABoundBeyondThem((long Hits, long Base)[] units, bool isBound)
    {
        Assert.Equal(isBound, HomogeneityTest.Of(units.Select(u => Of(u.Hits, u.Base)))!.IsBound);
        Assert.Equal(isBound, HomogeneityTest.Of(units.Select(u => Of(u.Base - u.Hits, u.Base)))!.IsBound);
    }

    /// <summary>Every outcome of two units of one rate, by its probability: the alarms come to about the 5 % that are claimed, or to fewer.</summary>
    [Theory]
    [InlineData(10, 300)]
    [InlineData(20, 150)]
    [InlineData(30, 30)]
    public void Of_TwoUnitsOfOneRate_IsSeldomBeyondChance(int one, int other)
    {
        foreach (var rate in new[] { 0.5, 0.7, 0.8, 0.9, 0.97, 0.99 })
        {
            var alarms = 0.0;
            for (var i = 0; i <= one; i++)
            {
                for (var j = 0; j <= other; j++)
                    alarms += HomogeneityTest.Of([Of(i, one), Of(j, other)])!.IsBeyondChance ? Binomial.PMF(rate, one, i) * Binomial.PMF(rate, other, j) : 0;
            }

            Assert.InRange(alarms, 0, 0.06);
        }
    }

    /// <summary>As often as lots deal so many misses to the one unit or fewer, or so many or more.</summary>
    [Property]
    public void Of_FewExpectedInTwoUnits_IsNeverLessThanWhatLotsDo(byte one, byte other, byte hits, byte inOne)
    {
        var (small, all) = (1 + (one % 12), 1 + (one % 12) + 1 + other);
        var total = hits % (all + 1);
        var (least, most) = (Math.Max(0, total - (all - small)), Math.Min(small, total));
        var drawn = least + (inOne % (most - least + 1));
        var test = HomogeneityTest.Of([Of(drawn, small), Of(total - drawn, all - small)])!;

        var lots = new Hypergeometric(all, total, small);
        var (below, above) = (Enumerable.Range(0, drawn + 1).Sum(lots.Probability), Enumerable.Range(drawn, most - drawn + 1).Sum(lots.Probability));
        Assert.True(!test.IsBound || test.Probability >= Math.Min(below, above) - 1e-12);
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Of_AnyRates_IsOneWhateverTheOrderAndOfHitsOrMisses(UnitRates rates)
    {
        Rate[] all = [.. rates.Units.Select(u => u.Rate)];
        Rate[] known = [.. all.Where(r => r.HasData)];
        var test = HomogeneityTest.Of(all);
        var ofMisses = HomogeneityTest.Of(all.Reverse().Select(r => Rate.Of(r.Base - r.Hits, r.Base, r.BaseName)));

        Assert.Equal((known.Length > 1, test?.IsBound), (test is not null, ofMisses?.IsBound));
        if (test is null)
            return;
        var (hits, misses) = (known.Sum(r => r.Hits), known.Sum(r => r.Base - r.Hits));
        var least = Math.Min(hits, misses) * known.Min(r => r.Base) / (hits + misses);
        Assert.True(test.IsBound ? least is > 0 and < 5 : least is 0 or >= 1);
        Assert.InRange(test.Probability, 0, 1);
        Assert.Equal(test.Probability, ofMisses!.Probability, 1e-9);
    }

    private static Rate Of(long hits, long size) => Rate.Of(hits, size, "patients");
}
