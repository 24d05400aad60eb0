using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

public sealed class RateIntervalVectorTests
{
    private const string File = "proportion_ci.json";

    public static TheoryData<string> Ids => Vector.Ids(File, _ => true);

    [Fact]
    public void Cases_OfTheFile_AreAllAndOfEveryMethod()
    {
        var cases = Vector.Cases(File).ToList();

        Assert.Equal(331, cases.Count);
        Assert.Equal(IntervalMethod.All.Select(m => m.Id).Order(), cases.Select(c => c.GetProperty("method").GetString()).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Interval_ReferenceCase_IsWithinTheStatedTolerance(string id)
    {
        foreach (var expected in Vector.Of(File, id))
        {
            Assert.True(IntervalMethod.TryParse(expected.GetProperty("method").GetString(), out var method, out var reason), reason);
            var interval = Rate.Of(expected.GetProperty("x").GetInt64(), expected.GetProperty("n").GetInt64(), "trials")
                .Interval(method, expected.GetProperty("level").GetDouble(), SideOf(expected));
            var tolerance = expected.GetProperty("tol").GetDouble();
            var unclipped = expected.TryGetProperty("clipped", out var clipped) && !clipped.GetBoolean();

            Assert.InRange((unclipped ? interval.UnclippedLow : interval.Low) - expected.GetProperty("lo").GetDouble(), -tolerance, tolerance);
            Assert.InRange((unclipped ? interval.UnclippedHigh : interval.High) - expected.GetProperty("hi").GetDouble(), -tolerance, tolerance);
        }
    }

    private static IntervalSide SideOf(JsonElement expected) => expected.GetProperty("side").GetString() switch
    {
        "two-sided" => IntervalSide.TwoSided,
        "upper-bound" => IntervalSide.UpperBound,
        "lower-bound" => IntervalSide.LowerBound,
        var other => throw new InvalidDataException(other),
    };
}
