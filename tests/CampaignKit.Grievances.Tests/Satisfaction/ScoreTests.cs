using System.Globalization;

namespace CampaignKit.Grievances.Tests;

public sealed class ScoreTests
{
    private const string File = "satisfaction.json";

    public static TheoryData<string> LevelIds => Vector.Ids(File, c => c.TryGetProperty("gds_weighted_percent", out _));

    public static TheoryData<string> PromoterIds => Vector.Ids(File, c => c.TryGetProperty("promoters", out _));

    public static TheoryData<string> CsatIds => Vector.Ids(File, c => c.TryGetProperty("csat", out _));

    [Fact]
    public void Ids_OfTheFile_AreAllWithTheChatwootCase() =>
        Assert.Equal(Vector.Cases(File).Count(), LevelIds.Count + PromoterIds.Count + CsatIds.Count + 1);

    [Theory]
    [MemberData(nameof(LevelIds))]
    public void FiveLevelRatings_ReferenceCase_HasItsRates(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var ratings = new FiveLevelRatings(Count("very_satisfied"), Count("satisfied"), Count("neither"), Count("dissatisfied"), Count("very_dissatisfied"));

        Assert.Equal(Number("top2box_percent"), ratings.TopTwo.Value!.Value * 100, 1e-10);
        Assert.Equal(Number("gds_weighted_percent"), ratings.Weighted.Value!.Value * 100, 1e-10);
        Assert.Equal(Number("mean_1to5"), ratings.Mean!.Value, 1e-11);
        if (expected.TryGetProperty("published_percent", out var published))
        {
            var rounded = Math.Round(ratings.Weighted.Value.Value * 100, MidpointRounding.AwayFromZero);
            Assert.Equal(expected.GetProperty("published_matches_weighted").GetBoolean(), published.GetDouble() == rounded);
        }

        long Count(string name) => expected.GetProperty(name).GetInt64();

        double Number(string name) => expected.GetProperty(name).GetDouble();
    }

    [Theory]
    [MemberData(nameof(PromoterIds))]
    public void NetPromoterScore_ReferenceCase_HasScoreErrorAndWaldInterval(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var score = new NetPromoterScore(Count("promoters"), Count("passives"), Count("detractors"));
        var wald = score.Interval(NetPromoterMethod.Wald);

        Assert.Equal(Number("nps"), score.Value!.Value, 1e-10);
        Assert.Equal(Number("se"), score.StandardError!.Value, 1e-10);
        Assert.Equal(Number("wald95_lo"), wald.Low, 1e-10);
        Assert.Equal(Number("wald95_hi"), wald.High, 1e-10);

        long Count(string name) => expected.GetProperty(name).GetInt64();

        double Number(string name) => expected.GetProperty(name).GetDouble();
    }

    [Theory]
    [MemberData(nameof(CsatIds))]
    public void Rate_CsatReferenceCase_IsItsPercentage(string id)
    {
        var expected = Vector.Of(File, id).Single();

        Assert.Equal(
            expected.GetProperty("csat").GetDouble(),
            Rate.Of(expected.GetProperty("positive").GetInt64(), expected.GetProperty("responses").GetInt64(), "responses").Value!.Value * 100,
            1e-12);
    }

    [Fact]
    public void SurveyedRate_ChatwootCase_HasScoreAndResponse()
    {
        var expected = Vector.Of(File, "chatwoot-ratings").Single();
        var ratings = new FiveLevelRatings(Count("r5"), Count("r4"), Count("r3"), Count("r2"), Count("r1"), "responses");
        var score = SurveyedRate.Of(ratings.TopTwo, Rate.Of(ratings.Count, Count("sent"), "surveys sent"));

        Assert.Equal(expected.GetProperty("score").GetString(), (score.Value!.Value * 100).ToString("0.00", CultureInfo.InvariantCulture));
        Assert.Equal(expected.GetProperty("response_rate").GetString(), (score.Response.Value!.Value * 100).ToString("0.00", CultureInfo.InvariantCulture));

        long Count(string name) => expected.GetProperty(name).GetInt64();
    }

    [Fact]
    public void Scores_WithoutAnswers_AreNoData()
    {
        Assert.Equal("no data (0 responses)", new NetPromoterScore(0, 0, 0).ToString());
        Assert.Equal((-100.0, 100.0), (new NetPromoterScore(0, 0, 0).Interval().Low, new NetPromoterScore(0, 0, 0).Interval().High));
        Assert.Null(new FiveLevelRatings(0, 0, 0, 0, 0).Mean);
        Assert.Equal("no data (0 of 0 answers)", CustomerEffortScore.Of([0, 0, 0, 0, 0, 0, 0]).ToString());
    }

    [Fact]
    public void Scores_InPrint_SayWhatTheyAreOf()
    {
        Assert.Equal("+15 (450 promoters, 250 passives, 300 detractors of 1,000 responses; 95 % +9.7 to +20.2)", new NetPromoterScore(450, 250, 300).ToString());
        Assert.Equal("5.20 of 7, easy for 70.00 % (7 of 10 answers; 95 % Wilson 39.68-89.22 %)", CustomerEffortScore.Of([0, 1, 1, 1, 2, 2, 3]).ToString());
        Assert.Equal(
            "1 / 1 / 0 / 1 / 1: top two 50.00 % (2 of 4 ratings; 95 % Wilson 15.00-85.00 %), weighted 100/75/50/25/0 50.00 % (2 of 4 ratings; 95 % Wilson 15.00-85.00 %)",
            new FiveLevelRatings(1, 1, 0, 1, 1).ToString());
    }

    [Fact]
    public void Interval_AllPromoters_HasAWidthUnlessWalds()
    {
        var score = new NetPromoterScore(10, 0, 0);

        Assert.Equal((100.0, 100.0), (score.Interval(NetPromoterMethod.Wald).Low, score.Interval(NetPromoterMethod.Wald).High));
        Assert.InRange(score.Interval().Low, 40, 75);
    }

    [Fact]
    public void Scores_BadCounts_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new NetPromoterScore(-1, 0, 0));
        Assert.Throws<ArgumentException>(() => new FiveLevelRatings(0, 0, -1, 0, 0));
        Assert.Throws<ArgumentException>(() => CustomerEffortScore.Of([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => CustomerEffortScore.Of([0, 0, 0, 0, 0, 0, -7]));
        Assert.Throws<ArgumentException>(() => new FiveLevelRatings(1, 0, 0, 0, 0, "stars").With(new FiveLevelRatings(1, 0, 0, 0, 0, "smileys")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NetPromoterScore(1, 0, 0).Interval(level: 1));
    }

    [Property]
    public void NetPromoterScore_PromotersAndDetractorsSwapped_ChangesTheSign(byte promoters, byte passives, byte detractors)
    {
        var (score, swapped) = (new NetPromoterScore(promoters, passives, detractors), new NetPromoterScore(detractors, passives, promoters));

        Assert.Equal(score.Value, -swapped.Value);
        Assert.Equal(score.Interval().Low, -swapped.Interval().High, 1e-12);
    }

    [Property]
    public void FiveLevelRatings_Parts_AddUpToThePooledRates(byte a, byte b, byte c, byte d, byte e)
    {
        var (one, other) = (new FiveLevelRatings(a, b, c, d, e), new FiveLevelRatings(e, a, d, b, c));
        var both = one.With(other);

        Assert.Equal(both, other.With(one));
        Assert.Equal(Rate.Pool(one.Weighted, other.Weighted), both.Weighted);
        Assert.Equal(Rate.Pool(one.TopTwo, other.TopTwo), both.TopTwo);
    }
}
