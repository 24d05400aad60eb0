namespace CampaignKit.Grievances.Tests;

/// <summary>What is said of a comparison: both verdicts, and no more than the test bears out.</summary>
public sealed class ComparisonSpreadTests
{
    private const string Claim = "size does not explain";

    [Fact]
    public void Headline_SpreadBeyondChance_HasBothVerdictsAndTheTest()
    {
        var spread = Of((95, 100), (60, 100), (40, 100), (58, 100), (42, 100), (50, 100), (50, 100), (52, 100), (48, 100), (57, 100), (43, 100));

        Assert.Equal(
            "by limits widened for the spread between them, 1 above the 99.8 % limit (u0), 10 within the limits; "
            + "by limits for chance alone, 4 are outside. They differ by more than chance (chi-square test: p below 0.0001).",
            spread.Headline());
        Assert.Contains("By limits for chance alone it would be: 1 above the 99.8 % limit, 7 within the limits, 3 below the 95 % limit.", spread.Explanation(), StringComparison.Ordinal);
        Assert.Contains(Claim, spread.Explanation(), StringComparison.Ordinal);
        Assert.Contains("the wider limits show who stands out even so", spread.Explanation(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_NobodyBeyondTheWiderLimits_SaysSo()
    {
        var spread = Of((20, 100), (80, 100), (30, 100), (70, 100), (50, 100));

        Assert.StartsWith("by limits widened for the spread between them, 5 within the limits; by limits for chance alone, 4 are outside.", spread.Headline(), StringComparison.Ordinal);
        Assert.EndsWith("size does not explain; by the wider limits, none stands out.", spread.Explanation(), StringComparison.Ordinal);
    }

    [Fact]
    public void Headline_SpreadThatMayBeChance_ClaimsNothing()
    {
        var spread = Of((13, 20), (7, 20), (10, 20));

        Assert.EndsWith("Their spread may be chance alone (chi-square test: p = 0.1653).", spread.Headline(), StringComparison.Ordinal);
        Assert.StartsWith("Limits are widened by tau squared = 0.00", spread.Explanation(), StringComparison.Ordinal);
        Assert.Contains("Limits for chance alone give the same verdicts. Their spread may be chance alone", spread.Explanation(), StringComparison.Ordinal);
        Assert.DoesNotContain(Claim, spread.Explanation(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24, 16, "Their spread may be chance alone (chi-square test: p = 0.0736).", false)]
    [InlineData(25, 16, "They differ by more than chance (chi-square test: p = 0.0441).", true)]
    public void Headline_ProbabilityNearFivePerCent_ClaimsOnlyBelowIt(long one, long other, string sentence, bool isClaimed)
    {
        var spread = Of((one, 40), (other, 40));

        Assert.EndsWith(sentence, spread.Headline(), StringComparison.Ordinal);
        Assert.Equal(isClaimed, spread.Explanation().Contains(Claim, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(8)]
    public void Headline_TooFewToTest_ClaimsNothing(long hits)
    {
        const string sentence = "There are too few cases, or too few of one outcome, to tell whether they differ by more than chance.";
        var spread = Of((150, 150), (hits, 10));

        Assert.StartsWith("by limits widened for the spread between them, 2 within the limits; by limits for chance alone, ", spread.Headline(), StringComparison.Ordinal);
        Assert.EndsWith($". {sentence}", spread.Headline(), StringComparison.Ordinal);
        Assert.EndsWith($". {sentence}", spread.Explanation(), StringComparison.Ordinal);
        Assert.DoesNotContain(Claim, spread.Explanation(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "at most 0.0104")]
    [InlineData(0, "below 0.0001")]
    public void Headline_TooFewToTestButFarOff_ClaimsByTheBound(long hits, string bound)
    {
        var spread = Of((150, 150), (hits, 10));

        Assert.EndsWith($"They differ by more than chance (too few for a chi-square test; by Hoeffding's bound, p is {bound}).", spread.Headline(), StringComparison.Ordinal);
        Assert.Contains(Claim, spread.Explanation(), StringComparison.Ordinal);
    }

    [Fact]
    public void Headline_TauSquaredOfZeroAndTooFewToTest_SaysBoth()
    {
        const string sentence = "No spread beyond chance was found (tau squared = 0; too few cases, or too few of one outcome, for a chi-square test), so the limits are those of chance alone.";
        var spread = Of((99, 100), (98, 100), (97, 100));

        Assert.Equal($"3 within the limits. {sentence}", spread.Headline());
        Assert.Equal(sentence, spread.Explanation());
    }

    [Fact]
    public void Headline_TauSquaredOfZero_SaysThatNoSpreadWasFound()
    {
        const string sentence = "No spread beyond chance was found (tau squared = 0; chi-square test: p = 1.0000), so the limits are those of chance alone.";
        var spread = Of((10, 20), (15, 30), (20, 40), (1, 2));

        Assert.Equal($"3 within the limits, 1 with too few cases to judge. {sentence}", spread.Headline());
        Assert.Equal(sentence, spread.Explanation());
    }

    [Fact]
    public void Explanation_TauSquaredOfZeroButForOneExtreme_SaysBoth()
    {
        var spread = Of([(40, 40), .. Enumerable.Repeat((20L, 40L), 20)]);

        Assert.StartsWith("But for the extremes, no spread beyond chance was found (tau squared = 0)", spread.Explanation(), StringComparison.Ordinal);
        Assert.DoesNotContain(Claim, spread.Explanation(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 9, "2 with too few cases to judge.", "None has enough cases to be judged.")]
    [InlineData(9, 40, "1 within the limits, 1 with too few cases to judge.", "One alone has enough cases to be judged, so there is no spread to tell.")]
    public void Headline_FewerThanTwoJudged_TellsNoSpread(long one, long other, string headline, string explanation)
    {
        var spread = Of((1, one), (4, other));

        Assert.Equal((headline, explanation), (spread.Headline(), spread.Explanation()));
    }

    [Property(Arbitrary = [typeof(UnitRates)], MaxTest = 300)]
    public void Explanation_AnyRates_ClaimsReasonsOnlyBeyondChance(UnitRates rates)
    {
        var funnel = FunnelPlot.Of(rates.Units);
        var spread = new ComparisonSpread(funnel);

        var isBeyond = spread.Test is { IsBeyondChance: true };
        Assert.Equal(isBeyond && funnel.Dispersion.TauSquared > 0, spread.Explanation().Contains(Claim, StringComparison.Ordinal));
        Assert.Equal(isBeyond, spread.Headline().Contains("hey differ by more than chance (", StringComparison.Ordinal));
        Assert.Contains(ComparisonParts.Verdicts(funnel, 3), spread.Headline(), StringComparison.Ordinal);
        Assert.True(funnel.Dispersion.TauSquared == 0 || spread.Test is null || spread.Headline().Contains("; by limits for chance alone, ", StringComparison.Ordinal));
    }

    private static ComparisonSpread Of(params (long Hits, long Base)[] units) =>
        new(FunnelPlot.Of(units.Select((u, i) => new NamedRate($"u{i}", Rate.Of(u.Hits, u.Base, "cases")))));
}
