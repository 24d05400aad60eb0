using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

/// <summary>Lists of pairs of days and cases, as <c>chicago_counts.json</c> holds them, and answers as the reference cases write them.</summary>
internal static class Counted
{
    public static JsonElement Chicago(string id) => Assert.Single(Vector.Of("chicago_counts.json", id));

    public static IEnumerable<long> Times(this JsonElement counted, string name) =>
        counted.GetProperty(name).EnumerateArray().SelectMany(pair => Enumerable.Repeat(pair[0].GetInt64(), pair[1].GetInt32()));

    public static IEnumerable<CaseTime> Cases(this JsonElement counted) =>
        counted.Times("closed").Select(CaseTime.Closed).Concat(counted.Times("open").Select(CaseTime.Open));

    public static long? TimeOrNull(this TimeQuantile quantile) => (quantile as TimeReached)?.Time;

    public static long? Int64OrNull(this JsonElement expected, string name) =>
        expected.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetInt64() : null;
}
