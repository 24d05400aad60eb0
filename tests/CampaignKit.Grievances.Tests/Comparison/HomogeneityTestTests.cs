namespace CampaignKit.Grievances.Tests;

public sealed class HomogeneityTestTests
{
    /// <summary>Smokers among patients of four hospitals: J. L. Fleiss (1981), p. 139, and the example of R's <c>prop.test</c>: X-squared = 12.6, df = 3, p-value = 0.005585.</summary>
    [Fact]
    public void Probability_SmokersOfFourHospitals_IsThatOfR() =>
        Assert.Equal(0.005585, HomogeneityTest.Probability([Of(83, 86), Of(90, 93), Of(129, 136), Of(70, 82)])!.Value, 5e-7);

    [Fact]
    public void Probability_NothingToCompare_IsNull()
    {
        Assert.Null(HomogeneityTest.Probability([]));
        Assert.Null(HomogeneityTest.Probability([Of(3, 10), Of(0, 0)]));
    }

    [Fact]
    public void Probability_AllAlike_IsOne()
    {
        Assert.Equal(1, HomogeneityTest.Probability([Of(0, 10), Of(0, 7)]));
        Assert.Equal(1, HomogeneityTest.Probability([Of(7, 7), Of(2, 2)]));
        Assert.Equal(1, HomogeneityTest.Probability([Of(5, 10), Of(20, 40)]));
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Probability_AnyRates_IsOneWhateverTheOrderAndOfHitsOrMisses(UnitRates rates)
    {
        Rate[] all = [.. rates.Units.Select(u => u.Rate)];
        var probability = HomogeneityTest.Probability(all);
        var ofMisses = HomogeneityTest.Probability(all.Reverse().Select(r => Rate.Of(r.Base - r.Hits, r.Base, r.BaseName)));

        Assert.Equal(all.Count(r => r.HasData) > 1, probability is not null);
        if (probability is not { } known)
            return;
        Assert.InRange(known, 0, 1);
        Assert.Equal(known, ofMisses!.Value, 1e-9);
    }

    private static Rate Of(long hits, long size) => Rate.Of(hits, size, "patients");
}
