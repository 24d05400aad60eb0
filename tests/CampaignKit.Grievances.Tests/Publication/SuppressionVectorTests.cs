using System.Text.Json;

namespace CampaignKit.Grievances.Tests;

public sealed class SuppressionVectorTests
{
    private const string File = "suppression.json";

    public static TheoryData<string> Rules => Vector.Ids(File, c => c.TryGetProperty("zero_suppressed", out _));

    public static TheoryData<string> Tables => Vector.Ids(File, c => c.TryGetProperty("table", out _));

    [Fact]
    public void Cases_OfTheFile_AreAllRun() => Assert.Equal(Vector.Cases(File).Count(), Rules.Count + Tables.Count + 2);

    [Fact]
    public void HitsOf_SmallBase_GivesTheHitsBack()
    {
        var leak = Vector.Of(File, "rate-leak").Single();
        var revealed = leak.GetProperty("revealed_numerator").GetInt64();

        var hits = new PublishedPercent(leak.GetProperty("rate_percent_1dp").GetDecimal()).HitsOf(leak.GetProperty("denominator").GetInt64());

        Assert.Equal(new CellInterval(revealed, revealed), hits);
    }

    [Fact]
    public void HitsOf_LargeBase_LeavesManyHitsOpen()
    {
        var large = Vector.Of(File, "rate-leak-96.78").Single();

        var hits = new PublishedPercent(large.GetProperty("rate_percent_2dp").GetDecimal()).HitsOf(large.GetProperty("denominator").GetInt64());

        Assert.Equal(new CellInterval(large.GetProperty("numerator_min").GetInt64(), large.GetProperty("numerator_max").GetInt64()), hits);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void IsSmall_PublishedRule_HidesWhatItSays(string id)
    {
        var rule = Vector.Of(File, id).Single();
        var (threshold, zeros) = (rule.GetProperty("threshold").GetInt64(), rule.GetProperty("zero_suppressed").GetBoolean());
        var options = id switch
        {
            "rule-apde" => SuppressionOptions.Rads,
            "rule-omopgenerics" => SuppressionOptions.OmopGenerics,
            "rule-sdcTable" => SuppressionOptions.SdcTable,
            _ => throw new ArgumentException($"No options for {id}."),
        };

        Assert.Equal(threshold, options.Threshold);
        Assert.Equal(zeros, options.IsSmall(0));
        Assert.All(Enumerable.Range(1, (int)threshold - 1), c => Assert.True(options.IsSmall(c)));
        Assert.False(options.IsSmall(threshold));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Of_ReferenceTable_HidesTheLeast(string id)
    {
        var expected = Vector.Of(File, id).Single();
        var counts = expected.GetProperty("table").Deserialize<long[][]>()!;
        string[] rows = [.. counts.Select((_, i) => $"row {i}")];
        string[] columns = [.. counts[0].Select((_, i) => $"column {i}")];
        var table = CountTable.TwoWay(rows, columns, counts);
        var options = new SuppressionOptions { Threshold = expected.GetProperty("threshold").GetInt64() };

        var result = Suppression.Of(table, options);
        var primaryOnly = PublishedTable.TwoWay(rows, columns,
        [
            .. Enumerable.Range(0, rows.Length + 1).Select(r => (IReadOnlyList<PublishedCell>)
            [
                .. Enumerable.Range(0, columns.Length + 1).Select(c => result.Small.Contains(new CellAddress(r, c)) ? PublishedCell.Hidden : table[r, c]),
            ]),
        ]);

        Assert.Equal(AddressesOf("primary"), result.Small);
        Assert.Equal(AddressesOf("recoverable_with_primary_only"), SuppressionAudit.Of(primaryOnly).Recoverable.Select(c => c.Address));
        Assert.Equal(expected.GetProperty("min_complementary_cells").GetInt32(), result.Complementary.Count);
        Assert.Equal(expected.GetProperty("min_complementary_total").GetInt64(), result.Complementary.Sum(a => table[a]));
        Assert.True(result.Audit.Passed);
        Assert.Equal(
            AddressesOf("one_minimal_set").Sum(a => table[a]),
            result.Complementary.Sum(a => table[a]));

        IEnumerable<CellAddress> AddressesOf(string name) =>
            expected.GetProperty(name).EnumerateArray().Select(a => new CellAddress(a[0].GetInt32(), a[1].GetInt32()));
    }
}
