using System.Text.Json;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class SatisfactionDefinitionTests
{
    private const string File = "composite.json";

    /// <summary>The other cases of the file combine rates that this definition does not have.</summary>
    public static TheoryData<string> ThreeRateIds => Vector.Ids(File, c => c.TryGetProperty("valid", out _));

    [Fact]
    public void ThreeRates_Default_SaysNameVersionAndBases()
    {
        var definition = SatisfactionDefinition.ThreeRates;

        Assert.Equal("three rates v1", definition.ToString());
        Assert.Equal(900, definition.Answers["Basically Satisfied"]);
        Assert.Equal(new RateDefinition(CaseBase.Rated, "valid call-backs"), definition.Satisfaction);
        Assert.Equal(new CompositeWeights(100, 500, 400), definition.Composite);
    }

    [Theory]
    [MemberData(nameof(ThreeRateIds))]
    public void Summarise_CompositeVector_HasItsRatesAndScore(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var definition = id.StartsWith("zhungeer", StringComparison.Ordinal) ? Zhungeer : SatisfactionDefinition.ThreeRates;

        var total = CaseTable.From(Cases(expected), CampaignCalendars.Utc).Summarise(by: [], definition).Total;

        Assert.Equal(Share("response_rate"), total.Response.Value!.Value, 1e-12);
        Assert.Equal(Share("solve_rate"), total.Resolution.Value!.Value, 1e-12);
        Assert.Equal(Share("satisfaction_rate"), total.Satisfaction.Value!.Value, 1e-12);
        Assert.Equal(Share("composite"), total.Composite!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("valid").GetInt64(), total.Satisfaction.Base);

        double Share(string name) => expected.GetProperty(name).GetDouble() / 100;
    }

    [Fact]
    public void ThreeRateIds_OfTheFile_AreAll() => Assert.Equal(6, ThreeRateIds.Count);

    [Fact]
    public void CompositeOf_ARateWithoutData_IsNoScore()
    {
        var full = Rate.Of(1, 1, "cases");

        Assert.Null(SatisfactionDefinition.ThreeRates.CompositeOf(full, Rate.NoData("cases"), full));
        Assert.Equal(1, SatisfactionDefinition.ThreeRates.CompositeOf(full, full, full));
    }

    [Fact]
    public void Parse_BrokenDefinition_ListsEveryFlaw()
    {
        const string json =
            """
            {
              "version": "one",
              "answers": { "good": 1000, "Good ": 900, "fair": 0.5, "poor": 1001 },
              "unrated": ["good", 3],
              "rates": { "response": { "of": "everybody", "named": "" }, "resolution": { "of": "rated", "named": "calls", "per": 1 } },
              "composite": { "response": 500, "resolution": 500, "satisfaction": 1 }
            }
            """;

        var error = Assert.Throws<DefinitionException>(() => SatisfactionDefinition.Parse(json));

        Assert.Equal(
            [
                "definition: nothing: must be a text that is not empty",
                "version: \"one\": must be a whole number from 1 on",
                "answers.Good : 900: is the same answer as one before it, but for case or spaces",
                "answers.fair: 0.5: must be a whole number from 0 to 1000",
                "answers.poor: 1001: must be a whole number from 0 to 1000",
                "unrated[0]: \"good\": stands among the answers that count",
                "unrated[1]: 3: must be a text that is not empty",
                "rates.response.of: \"everybody\": must be 'rated' or 'closed'",
                "rates.response.named: \"\": must be a text that is not empty",
                "rates.resolution.per: 1: is not known here; there is of, named",
                "rates.satisfaction: nothing: must be an object",
            ],
            error.Flaws.Take(11).Select(f => f.ToString()));
        Assert.EndsWith("weights must add up to 1000", error.Flaws[11].ToString(), StringComparison.Ordinal);
        Assert.Equal(12, error.Flaws.Count);
        Assert.All(error.Flaws, f => Assert.Contains(f.ToString(), error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{ "version": 1, "version": 2 }""")]
    public void TryParse_NoJson_SaysSo(string json)
    {
        Assert.False(SatisfactionDefinition.TryParse(json, out var definition, out var flaws));
        Assert.Null(definition);
        Assert.StartsWith("must be JSON", Assert.Single(flaws).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_LongFileOfAnotherKind_ShowsItsBeginningOnly()
    {
        Assert.False(SatisfactionDefinition.TryParse($"{{\n nr{new string('x', 5000)}", out _, out var flaws));
        Assert.False(SatisfactionDefinition.TryParse(new string('n', 5000), out _, out var word));

        Assert.StartsWith("must be JSON; line 2, byte 2: ", Assert.Single(flaws).Rule, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(word).Rule.Length, 100, 160);
    }

    [Fact]
    public void TryParse_NoObject_SaysSo()
    {
        Assert.False(SatisfactionDefinition.TryParse("[]", out _, out var flaws));
        Assert.Contains("definition: []: must be an object", flaws.Select(p => p.ToString()));
    }

    private static readonly SatisfactionDefinition Zhungeer = SatisfactionDefinition.Parse(
        """
        {
          "definition": "zhungeer", "version": 1,
          "answers": { "satisfied": 1000, "basically satisfied": 1000, "dissatisfied": 0 },
          "rates": {
            "response": { "of": "closed", "named": "calls" },
            "resolution": { "of": "closed", "named": "calls" },
            "satisfaction": { "of": "closed", "named": "calls" }
          },
          "composite": { "response": 300, "resolution": 350, "satisfaction": 350 }
        }
        """);

    private static IEnumerable<CaseRecord> Cases(JsonElement counts)
    {
        var (contacted, solved, satisfied, basic) = (Count("contacted"), Count("solved"), Count("satisfied"), Count("basic"));
        return Enumerable.Range(0, Count("valid")).Select(i => new CaseRecord(NodaConstants.UnixEpoch)
        {
            Closed = NodaConstants.UnixEpoch,
            Contacted = i < contacted,
            Resolved = i < solved,
            Answer = i < satisfied ? "satisfied" : i < satisfied + basic ? "basically satisfied" : "dissatisfied",
        });

        int Count(string name) => counts.GetProperty(name).GetInt32();
    }
}
