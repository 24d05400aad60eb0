using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class PublicationReadmeTests
{
    [Fact]
    public void Example_OfPublication_PrintsWhatItSays()
    {
        CountTable ratings = CountTable.TwoWay(
            ["water", "roads", "housing"], ["satisfied", "dissatisfied"], [[40, 3], [25, 9], [31, 12]]);
        SuppressedTable result = Suppression.Of(ratings);

        Assert.Equal(4, result.Table.Hidden.Count);
        Assert.Equal("hidden cells: 4; recoverable: none", result.Audit.ToString());

        var theirs = PublishedTable.TwoWay(
            ["water", "roads"], ["satisfied", "dissatisfied"], [[PublishedCell.Hidden, 3, 10], [8, 9, 17], [15, 12, 27]]);

        Assert.Equal("hidden cells: 1; recoverable: water / satisfied: 7", SuppressionAudit.Of(theirs).ToString());
        Assert.Equal("3", new PublishedPercent(33.3m).HitsOf(9).ToString());
    }

    [Fact]
    public void Example_OfFlags_PrintsWhatItSays()
    {
        var opened = Instant.FromUtc(2021, 3, 29, 4, 0);
        FlagReport report = FlagReport.Of([new FlagFacts("water", opened) { Id = "c-1", Closed = opened + Duration.FromMinutes(4) }]);

        Assert.StartsWith("water: 1 of 1 closed cases were closed within 10 minutes of their beginning; they may have", report.ToString(), StringComparison.Ordinal);
    }
}
