using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

/// <summary>The aggregates of a whole published file, computed elsewhere.</summary>
public sealed class ChicagoVectorTests
{
    private static readonly Lazy<CaseTable> Wards = new(() => ChicagoFactAttribute.Read(CsvMap.Chicago));
    private static readonly Lazy<CaseTable> Districts = new(() =>
        ChicagoFactAttribute.Read(CsvMap.Parse("id=request_id,opened=created_date,closed=completed_date,status=status,unit=police_district") with
        {
            Calendar = CsvMap.Chicago.Calendar,
            Grain = CsvMap.Chicago.Grain,
            Repeats = CsvMap.Chicago.Repeats,
            Statuses = CsvMap.Chicago.Statuses,
        }));

    [ChicagoFact]
    public void Summarise_TheFile_IsAsPublished()
    {
        var year = Dimension.Of("year", c => c.Opened.InZone(CsvMap.Chicago.Calendar.Zone).Year.ToString(CultureInfo.InvariantCulture));
        var rows = new Dictionary<string, IReadOnlyList<SatisfactionRow>>
        {
            ["all"] = [Report(Wards.Value).Total],
            ["ward"] = Report(Wards.Value, Dimension.Unit).Rows,
            ["subcategory"] = Report(Wards.Value, Dimension.Category).Rows,
            ["ward/sub/week"] = Report(Wards.Value, Dimension.Unit, Dimension.Category, Dimension.Week).Rows,
            ["year"] = Report(Wards.Value, year).Rows,
            ["police_district"] = Report(Districts.Value, Dimension.Unit).Rows,
        };
        string[] fields = ["ward", "police_district", "subcategory", "iso_week_of_creation", "year"];
        var count = 0;

        foreach (var expected in Vector.Cases("chicago_golden.json"))
        {
            var id = expected.GetProperty("id").GetString()!;
            var kind = id.Split('=')[0].Split("-2")[0];
            var filter = expected.GetProperty("filter");
            string[] key = [.. fields.Where(f => filter.TryGetProperty(f, out _)).Select(f => filter.GetProperty(f).ToString())];
            AssertRow(expected, rows[kind].Single(r => kind == "all" || r.Key.SequenceEqual(key)));
            count++;
        }

        Assert.Equal(106, count);
    }

    [ChicagoFact]
    public void Read_TheFile_ReportsRepeatedIdsThatCount()
    {
        Assert.Empty(Wards.Value.BadRows);
        Assert.Equal((74_401, 74_401, 375), (Wards.Value.Count, Wards.Value.RowsRead, Wards.Value.RepeatedCases.Count));

        var once = ChicagoFactAttribute.Read(CsvMap.Chicago with { Repeats = RepeatedIds.FirstCounts });

        Assert.Equal((74_026, 74_401, 375), (once.Count, once.RowsRead, once.RepeatedCases.Count));
    }

    private static SatisfactionReport Report(CaseTable table, params Dimension[] by) => table.Summarise(by, SatisfactionDefinition.ThreeRates);

    private static void AssertRow(JsonElement expected, SatisfactionRow row)
    {
        long? Number(string name) => expected.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;
        var times = row.Times;

        Assert.Equal(
            (Number("received"), Number("completed"), Number("open"), Number("duplicates"), Number("within7")),
            (row.Cases, row.Closed, row.Open, row.Duplicates, times.CountWithin(Duration.FromDays(7))));
        Assert.Equal(
            (Days(Number("p50_days")), Days(Number("p90_days")), Days(Number("max_days")), Number("sum_days") * NodaConstants.TicksPerDay),
            (times.P50, times.P90, times.Max, (long)times.SumTicks));
    }

    private static Duration? Days(long? days) => days is { } known ? Duration.FromDays(known) : null;
}
