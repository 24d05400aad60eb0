namespace CampaignKit.Grievances.Tests;

public sealed class CompositeDefinitionTests
{
    private const string File = "composite.json";

    private static readonly CompositeDefinition Panjin = CompositeDefinition.Parse(
        """
        {
          "composite": "panjin", "version": 1,
          "weights": { "completion": 200, "satisfaction": 300 },
          "granted": { "feedback, call-backs and knowledge base": 500 }
        }
        """);

    public static TheoryData<string> PanjinIds => Vector.Ids(File, c => c.TryGetProperty("fitted", out _));

    /// <summary>With the cases of three rates, which another test runs.</summary>
    [Fact]
    public void PanjinIds_OfTheFile_AreTheRest() =>
        Assert.Equal(Vector.Cases(File).Count(), PanjinIds.Count + SatisfactionDefinitionTests.ThreeRateIds.Count);

    [Theory]
    [MemberData(nameof(PanjinIds))]
    public void ScoreOf_PublishedUnit_IsItsScoreToThePrintedDigit(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var score = 100 * Panjin.ScoreOf(new Dictionary<string, Rate> { ["completion"] = RateOf("completion"), ["satisfaction"] = RateOf("satisfaction") })!.Value;

        Assert.Equal(expected.GetProperty("fitted").GetDouble(), score, 1e-12 * 100);
        Assert.Equal(expected.GetProperty("published_score").GetDouble(), Math.Round(score, 1));

        Rate RateOf(string name)
        {
            var dispatched = expected.GetProperty("dispatched").GetInt64();
            return Rate.Of(expected.GetProperty(name).GetDecimal() * dispatched / 100, dispatched, "dispatched cases");
        }
    }

    [Fact]
    public void ToString_Definition_SaysVersionAndWeights() =>
        Assert.Equal("panjin v1: 0.2 completion + 0.3 satisfaction + 0.5 feedback, call-backs and knowledge base (granted)", Panjin.ToString());

    [Fact]
    public void ScoreOf_OtherRates_NamesMissingAndUnknown()
    {
        var full = Rate.Of(1, 1, "cases");

        var error = Assert.Throws<ArgumentException>(() => Panjin.ScoreOf(new Dictionary<string, Rate> { ["completion"] = full, ["speed"] = full }));
        Assert.Contains("The rate 'satisfaction' is missing. The rate 'speed' has no weight.", error.Message, StringComparison.Ordinal);
        Assert.Null(Panjin.ScoreOf(new Dictionary<string, Rate> { ["completion"] = full, ["satisfaction"] = Rate.NoData("cases") }));
    }

    [Fact]
    public void Parse_BrokenDefinition_ListsEveryFlaw()
    {
        var error = Assert.Throws<DefinitionException>(() => CompositeDefinition.Parse(
            """{ "composite": "", "version": 0, "weights": { "a": 200, "b": 1001 }, "granted": { "a": 1 }, "note": 1 }"""));

        Assert.Equal(
            [
                "note: 1: is not known here; there is composite, version, weights, granted",
                "weights.b: 1001: must be a whole number from 0 to 1000",
                "granted.a: 1: stands among the weights",
                "weights: { \"a\": 200, \"b\": 1001 }: weights, with those granted, must add up to 1000",
                "composite: \"\": must be a text that is not empty",
                "version: 0: must be a whole number from 1 on",
            ],
            error.Flaws.Select(f => f.ToString()));
        Assert.False(CompositeDefinition.TryParse("[]", out _, out _));
    }

    [Fact]
    public void Explain_ThreeRates_SaysAllThatCounts() => Assert.Equal(
        """
        three rates v1
          answers       1 satisfied, very satisfied, 满意, 非常满意; 0.9 basically satisfied, 基本满意; 0 dissatisfied, very dissatisfied, 不满意, 非常不满意
          no rating     blank, not rated, not reached, 未接通, 未评价
          response      over valid call-backs (rated cases)
          resolution    over valid call-backs (rated cases)
          satisfaction  over valid call-backs (rated cases)
          composite     0.1 response + 0.5 resolution + 0.4 satisfaction
        """,
        SatisfactionDefinition.ThreeRates.Explain().ReplaceLineEndings("\n"));
}
