namespace CampaignKit.Grievances.Tests;

public sealed class RatesReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_PrintsWhatItSays()
    {
        Rate june = Rate.Of(960, 1000, "rated calls"), may = Rate.Of(940, 1000, "rated calls");
        var asked = SurveyedRate.Of(270, 300, "rated cases", 1000, "closed cases");

        Assert.Equal("99 % Clopper-Pearson 94.12-97.42 %", june.Interval(IntervalMethod.ClopperPearson, level: 0.99).ToString());
        Assert.Equal(
            "+2.00 points (96.00 % of 1,000 rated calls less 94.00 % of 1,000 rated calls; 95 % Newcombe +0.08 to +3.95)", june.DifferenceFrom(may).ToString());
        Assert.Equal(
            "90.00 % (270 of 300 rated cases; 95 % Wilson 86.08-92.91 %), 30.00 % answered (300 of 1,000 closed cases), 27.00-97.00 % of all", asked.ToString());
    }
}
