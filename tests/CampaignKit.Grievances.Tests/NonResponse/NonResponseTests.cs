using FsCheck;
using FsCheck.Fluent;

namespace CampaignKit.Grievances.Tests;

public sealed class NonResponseTests
{
    private const string File = "nonresponse.json";

    public static TheoryData<string> BoundIds => Vector.Ids(File, c => c.TryGetProperty("lower", out _));

    public static TheoryData<string> ClassIds => Vector.Ids(File, c => c.TryGetProperty("classes", out _));

    [Fact]
    public void Ids_OfTheFile_AreAll() => Assert.Equal(Vector.Cases(File).Count(), BoundIds.Count + ClassIds.Count);

    [Theory]
    [MemberData(nameof(BoundIds))]
    public void SurveyedRate_ReferenceCase_HasItsRatesAndBounds(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var rate = SurveyedRate.Of(
            expected.GetProperty("satisfied").GetInt64(), expected.GetProperty("rated").GetInt64(), "rated cases", expected.GetProperty("cases_closed").GetInt64(), "closed cases");

        Assert.Equal(expected.GetProperty("response_rate").GetDouble(), rate.Response.Value!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("respondents_rate").GetDouble(), rate.Value!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("lower").GetDouble(), rate.Bounds!.Low, 1e-12);
        Assert.Equal(expected.GetProperty("upper").GetDouble(), rate.Bounds.High, 1e-12);
    }

    [Theory]
    [MemberData(nameof(ClassIds))]
    public void WeightingClassEstimate_ReferenceCase_HasItsNumbers(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var estimate = WeightingClassEstimate.Of(expected.GetProperty("classes").EnumerateArray().Select(c => new WeightingClass(
            c.GetProperty("name").GetString()!, c.GetProperty("closed").GetInt64(), c.GetProperty("rated").GetInt64(), c.GetProperty("satisfied").GetInt64())));

        foreach (var (name, found) in new[]
        {
            ("raw", estimate.Raw), ("adjusted", estimate.Value), ("se", estimate.StandardError), ("kish_deff", estimate.DesignEffect), ("effective_n", estimate.EffectiveAnswers),
        })
        {
            var number = expected.GetProperty(name).GetDouble();
            Assert.Equal(number, found!.Value, 1e-12 * Math.Max(1, number));
        }
    }

    [Fact]
    public void ToString_SurveyedRate_TellsRateResponseAndBoundsTogether() => Assert.Equal(
        "90.00 % (270 of 300 rated cases; 95 % Wilson 86.08-92.91 %), 30.00 % answered (300 of 1,000 closed cases), 27.00-97.00 % of all",
        SurveyedRate.Of(270, 300, "rated cases", 1000, "closed cases").ToString());

    [Fact]
    public void SurveyedRate_NobodyAnswered_SaysSoAndBoundsNothing()
    {
        var silent = SurveyedRate.Of(0, 0, "rated cases", 50, "closed cases");

        Assert.Equal("no data (0 of 0 rated cases), 0.00 % answered (0 of 50 closed cases), 0.00-100.00 % of all", silent.ToString());
        Assert.Equal("no data (0 of 0 closed cases)", SurveyedRate.Of(0, 0, "rated cases", 0, "closed cases").ToString());
        Assert.Null(silent.Value);
    }

    /// <summary>What would let the rate of the respondents be printed alone.</summary>
    [Fact]
    public void SurveyedRate_Members_HandOutNoOtherRateThanTheResponse() => Assert.Equal(
        ["Response"],
        typeof(SurveyedRate).GetMembers().OfType<System.Reflection.PropertyInfo>().Where(p => p.PropertyType == typeof(Rate)).Select(p => p.Name));

    [Fact]
    public void SurveyedRate_BaseThatDidNotAnswer_NamesBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => SurveyedRate.Of(Rate.Of(9, 10, "rated cases"), Rate.Of(12, 50, "closed cases")));

        Assert.StartsWith("The rate is over 10 rated cases, but 12 of 50 closed cases answered.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SurveyedRate.Of(1, 60, "rated cases", 50, "closed cases"));
        Assert.Throws<ArgumentException>(() => SurveyedRate.Of(61, 60, "rated cases", 500, "closed cases"));
    }

    [Fact]
    public void ToString_WeightingClassEstimate_TellsWhatItAdjusted()
    {
        var phone = new WeightingClass("phone", 800, 400, 360);

        Assert.Equal(
            "80.00 % by 2 classes (unweighted 87.62 %; as if from 277.8 equal answers: 95 % Wilson 74.90-84.28 %)",
            WeightingClassEstimate.Of(phone, new WeightingClass("web", 200, 20, 8)).ToString());
        Assert.Equal("no data (no answer in web)", WeightingClassEstimate.Of(phone, new WeightingClass("web", 200, 0, 0)).ToString());
        Assert.Equal("no data (no cases)", WeightingClassEstimate.Of(new WeightingClass("web", 0, 0, 0)).ToString());
        Assert.Equal(0.9, WeightingClassEstimate.Of(phone, new WeightingClass("web", 0, 0, 0)).Value!.Value, 1e-15);
    }

    [Fact]
    public void WeightingClassEstimate_BadClasses_AreToldTogether()
    {
        var error = Assert.Throws<ArgumentException>(() => WeightingClassEstimate.Of(
            new WeightingClass(" ", 1, 1, 1), new WeightingClass("a", 10, 11, 1), new WeightingClass("a", 10, 2, 3), new WeightingClass("b", -1, 0, 0)));

        Assert.StartsWith(
            "A class has no name. class a: 11 answers are not between 0 and its 10 cases. class a: 3 hits are not between 0 and its 2 answers. "
            + "class b: -1 cases are negative. class b: 0 answers are not between 0 and its -1 cases. class a: is given 2 times.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Property(Arbitrary = [typeof(Survey)], MaxTest = 300)]
    public void Bounds_AnySurvey_AreAsWideAsTheSilenceAndHoldTheRate(Survey survey)
    {
        var bounds = survey.Rate.Bounds!;

        Assert.Equal(1 - survey.Rate.Response.Value!.Value, bounds.High - bounds.Low, 1e-12);
        Assert.True(survey.Answered == 0 || (bounds.Low <= survey.Rate.Value + 1e-15 && survey.Rate.Value <= bounds.High + 1e-15));
    }

    [Property(Arbitrary = [typeof(Survey)], MaxTest = 300)]
    public void Bounds_OneAnswerMore_LieWithin(Survey survey)
    {
        if (survey.Answered == survey.All)
            return;

        var before = survey.Rate.Bounds!;
        foreach (var hit in new[] { 0, 1 })
        {
            var after = (survey with { Answered = survey.Answered + 1, Hits = survey.Hits + hit }).Rate.Bounds!;
            Assert.True(after.Low >= before.Low && after.High <= before.High);
        }
    }

    [Property(Arbitrary = [typeof(Survey)], MaxTest = 300)]
    public void Pool_TwoSurveys_IsTheSurveyOfBoth(Survey one, Survey other) => Assert.Equal(
        new Survey(one.Hits + other.Hits, one.Answered + other.Answered, one.All + other.All).Rate,
        SurveyedRate.Pool(one.Rate, other.Rate));

    [Theory]
    [InlineData("rated cases", "closed calls")]
    [InlineData("rated calls", "closed cases")]
    public void Pool_OtherNames_IsRefused(string respondents, string asked)
    {
        var error = Assert.Throws<ArgumentException>(() => SurveyedRate.Pool(
            SurveyedRate.Of(Rate.Of(2, 4, "rated cases"), Rate.Of(4, 9, "closed cases")),
            SurveyedRate.Of(Rate.Of(1, 3, respondents), Rate.Of(3, 5, asked))));

        Assert.Contains("have no common base.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SurveyedRate.Pool());
    }

    [Property(Arbitrary = [typeof(Survey)], MaxTest = 300)]
    public void WeightingClassEstimate_AnyClasses_LiesWithinTheBoundsOfAll(Survey one, Survey other)
    {
        var estimate = WeightingClassEstimate.Of(new WeightingClass("one", one.All, one.Answered, one.Hits), new WeightingClass("other", other.All, other.Answered, other.Hits));
        Assert.Equal(one.Answered == 0 || other.Answered == 0, estimate.Value is null);
        if (estimate.Value is not { } value)
            return;

        var bounds = SurveyedRate.Pool(one.Rate, other.Rate).Bounds!;
        Assert.InRange(value, bounds.Low - 1e-12, bounds.High + 1e-12);
        Assert.InRange(value, estimate.Interval().Low - 1e-12, estimate.Interval().High + 1e-12);
        Assert.True(estimate.DesignEffect >= 1 - 1e-12);
    }

    /// <summary>Hits in tenths among those who answered, of up to two thousand.</summary>
    public sealed record Survey(decimal Hits, long Answered, long All)
    {
        public SurveyedRate Rate => SurveyedRate.Of(Hits, Answered, "rated cases", All, "closed cases");

        public static Arbitrary<Survey> Arbitrary() => Arb.From(
            from all in Gen.Choose(1, 2000)
            from answered in Gen.Choose(0, all)
            from tenths in Gen.Choose(0, answered * 10)
            select new Survey(tenths / 10m, answered, all));
    }
}
