using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

public sealed class RateIntervalVectorTests
{
    private const string File = "proportion_ci.json";

    public static TheoryData<string> WilsonIds => Vector.Ids(File, IsWilson);

    [Fact]
    public void WilsonIds_OfTheFile_AreAll() => Assert.Equal(65, Vector.Cases(File).Count(IsWilson));

    [Theory]
    [MemberData(nameof(WilsonIds))]
    public void Interval_ReferenceCase_IsWithinTheStatedTolerance(string id)
    {
        foreach (var expected in Vector.Of(File, id).Where(IsWilson))
        {
            var interval = Rate.Of(expected.GetProperty("x").GetInt64(), expected.GetProperty("n").GetInt64(), "trials")
                .Interval(IntervalMethod.Wilson, expected.GetProperty("level").GetDouble(), SideOf(expected));
            var tolerance = expected.GetProperty("tol").GetDouble();

            Assert.InRange(interval.Low - expected.GetProperty("lo").GetDouble(), -tolerance, tolerance);
            Assert.InRange(interval.High - expected.GetProperty("hi").GetDouble(), -tolerance, tolerance);
        }
    }

    private static bool IsWilson(JsonElement expected) => expected.GetProperty("method").GetString() == "wilson";

    private static IntervalSide SideOf(JsonElement expected) => expected.GetProperty("side").GetString() switch
    {
        "two-sided" => IntervalSide.TwoSided,
        "upper-bound" => IntervalSide.UpperBound,
        "lower-bound" => IntervalSide.LowerBound,
        var other => throw new InvalidDataException(other),
    };
}
