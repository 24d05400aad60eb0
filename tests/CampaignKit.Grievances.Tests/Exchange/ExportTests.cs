using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class ExportTests
{
    private static readonly Instant Noon = Instant.FromUtc(2021, 3, 29, 12, 0);

    private static readonly CaseTable Table = CaseTable.From(
        [
            new CaseRecord(Noon) { Id = "1", Unit = "=cmd", Closed = Noon + Duration.FromTicks(15_000_000), Due = Noon, Answer = "基本满意", Contacted = true, Resolved = true, Updated = Noon + Duration.FromTicks(15_000_001), Replied = false, Reopenings = 2 },
            new CaseRecord(Noon) { Id = "2", Unit = "roads, \"A\"", Closed = Noon + Duration.FromHours(1), Due = Noon + Duration.FromDays(1), Answer = "so-so" },
            new CaseRecord(Noon) { Id = "3", Unit = "roads, \"A\"", Duplicate = true },
        ],
        CampaignCalendars.Shanghai);

    private static readonly SatisfactionReport Report = Table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);

    [Fact]
    public void WriteJson_Cases_SaysNullWhereNothingIsKnown()
    {
        using var stream = new MemoryStream();

        CaseTable.From(Table.Cases.Skip(1).Take(1).Concat(Table.Cases.Take(1)), CampaignCalendars.Utc).WriteJson(stream);

        Assert.Equal(
            """
            [
              {
                "id": "2",
                "opened": "2021-03-29T12:00:00Z",
                "closed": "2021-03-29T13:00:00Z",
                "due": "2021-03-30T12:00:00Z",
                "status": "closed",
                "duplicate": false,
                "unit": "roads, \"A\"",
                "category": "",
                "contacted": null,
                "resolved": null,
                "rating": "so-so",
                "updated": null,
                "replied": null,
                "reopenings": null
              },
              {
                "id": "1",
                "opened": "2021-03-29T12:00:00Z",
                "closed": "2021-03-29T12:00:01.5Z",
                "due": "2021-03-29T12:00:00Z",
                "status": "closed",
                "duplicate": false,
                "unit": "=cmd",
                "category": "",
                "contacted": true,
                "resolved": true,
                "rating": "基本满意",
                "updated": "2021-03-29T12:00:01.5000001Z",
                "replied": false,
                "reopenings": 2
              }
            ]
            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void WriteJson_TextThatJsonCannotCarry_IsNamedAndNothingIsWritten()
    {
        using var stream = new MemoryStream();
        var table = CaseTable.From([new CaseRecord(Noon) { Id = "a\udc00", Answer = "\ud83d" }, new CaseRecord(Noon) { Unit = "\u0001😀" }], CampaignCalendars.Utc);

        var error = Assert.Throws<FormatException>(() => table.WriteJson(stream));

        Assert.Equal(@"Characters that JSON cannot carry stand in rating '\ud83d', id 'a\udc00'.", error.Message);
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WriteJson_ManyCases_GoOutInPieces(bool open311)
    {
        using var stream = new Measured();
        var table = CaseTable.From(Enumerable.Range(0, 5000).Select(i => new CaseRecord(Noon) { Id = $"{i}" }), CampaignCalendars.Utc);

        if (open311)
            table.WriteOpen311(stream, Open311Format.Json);
        else
            table.WriteJson(stream);

        Assert.InRange(stream.Longest, 1, stream.Length / 4);
    }

    [Fact]
    public void WriteJson_Ended_Throws() =>
        Assert.Throws<OperationCanceledException>(() => Table.WriteJson(Stream.Null, new CancellationToken(canceled: true)));

    [Fact]
    public void WriteCsv_Cases_QuotesWhereNeeded()
    {
        using var text = new StringWriter();

        Table.WriteCsv(text);

        Assert.Equal(
            "id,opened,closed,due,status,unit,category,contacted,resolved,rating,updated,replied,reopenings\r\n" +
            "1,2021-03-29T12:00:00Z,2021-03-29T12:00:01.5Z,2021-03-29T12:00:00Z,closed,=cmd,,yes,yes,基本满意,2021-03-29T12:00:01.5000001Z,no,2\r\n" +
            "2,2021-03-29T12:00:00Z,2021-03-29T13:00:00Z,2021-03-30T12:00:00Z,closed,\"roads, \"\"A\"\"\",,,,so-so,,,\r\n" +
            "3,2021-03-29T12:00:00Z,,,open duplicate,\"roads, \"\"A\"\"\",,,,,,,\r\n",
            text.ToString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@sum(a1)")]
    [InlineData("＝1+1")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void WriteCsv_FormulasDisarmed_StandBehindAnApostrophe(string formula)
    {
        var table = CaseTable.From([new CaseRecord(Noon) { Id = formula, Unit = formula, Category = "a=1", Answer = formula }], CampaignCalendars.Utc);
        using var text = new StringWriter();

        table.WriteCsv(text, CsvFormulas.Disarmed);
        var back = Assert.Single(CaseTable.Read(new StringReader(text.ToString()), CsvMap.Exported).Cases);

        Assert.Equal(("'" + formula, "'" + formula, "a=1", "'" + formula), (back.Id, back.Unit, back.Category, back.Answer));
    }

    [Fact]
    public void WriteCsv_Report_SaysEveryRateWithBaseIntervalAndDefinition()
    {
        using var text = new StringWriter();

        Report.WriteCsv(text, CsvFormulas.Disarmed, IntervalMethod.ClopperPearson, 0.9);

        var rows = Rows(text.ToString());
        Assert.Equal(["total", "group", "group"], rows.Select(r => r["row"]));
        Assert.Equal(["", "'=cmd", "roads, \"A\""], rows.Select(r => r["by_unit"]));
        Assert.Equal(["3", "1", "2"], rows.Select(r => r["cases"]));
        var total = rows[0];
        Assert.Equal(("0.9", "1", "valid call-backs", "0.9"), (total["satisfaction_hits"], total["satisfaction_base"], total["satisfaction_base_name"], total["satisfaction_value"]));
        var interval = Report.Total.Satisfaction.Interval(IntervalMethod.ClopperPearson, 0.9);
        Assert.Equal((interval.Low, interval.High), (double.Parse(total["satisfaction_low"], CultureInfo.InvariantCulture), double.Parse(total["satisfaction_high"], CultureInfo.InvariantCulture)));
        Assert.Equal(("clopper-pearson", "0.9", "three rates", "1"), (total["interval"], total["level"], total["definition"], total["definition_version"]));
        Assert.Equal(("1", "2", "1.5", "3600"), (total["on_time_hits"], total["on_time_base"], total["seconds_min"], total["seconds_max"]));
        Assert.Equal(("0", "0", ""), (rows[2]["satisfaction_hits"], rows[2]["satisfaction_base"], rows[2]["satisfaction_value"]));
    }

    [Fact]
    public void WriteJson_Report_SaysEveryRateWithBaseIntervalAndDefinition()
    {
        using var json = Json(Report);
        var root = json.RootElement;

        var definition = SatisfactionDefinition.Parse(root.GetProperty("definition").GetRawText());
        Assert.Equal(SatisfactionDefinition.ThreeRates.Explain(), definition.Explain());
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("asOf").ValueKind);
        Assert.Equal(("Asia/Shanghai", 3, 1), (root.GetProperty("zone").GetString(), root.GetProperty("rowsRead").GetInt32(), root.GetProperty("unknownAnswers").GetProperty("so-so").GetInt32()));
        Assert.Equal("unit", Assert.Single(root.GetProperty("by").EnumerateArray()).GetString());

        var rate = root.GetProperty("total").GetProperty("rates").GetProperty("satisfaction");
        var interval = Report.Total.Satisfaction.Interval();
        Assert.Equal((0.9m, 1L, "valid call-backs", 0.9), (rate.GetProperty("hits").GetDecimal(), rate.GetProperty("base").GetInt64(), rate.GetProperty("baseName").GetString(), rate.GetProperty("value").GetDouble()));
        Assert.Equal(
            ("wilson", 0.95, interval.Low, interval.High),
            (rate.GetProperty("interval").GetProperty("method").GetString(), rate.GetProperty("interval").GetProperty("level").GetDouble(), rate.GetProperty("interval").GetProperty("low").GetDouble(), rate.GetProperty("interval").GetProperty("high").GetDouble()));

        var groups = root.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(["=cmd", "roads, \"A\""], groups.Select(g => g.GetProperty("key")[0].GetString()));
        Assert.Equal(JsonValueKind.Null, groups[1].GetProperty("rates").GetProperty("satisfaction").GetProperty("value").ValueKind);
        Assert.Equal(1.5m, groups[0].GetProperty("seconds").GetProperty("p50").GetDecimal());
        Assert.Equal(1, groups[1].GetProperty("seconds").GetProperty("cases").GetInt32());
    }

    [Fact]
    public void WriteJson_LargeNumbers_AreExact()
    {
        var definition = SatisfactionDefinition.Parse(SatisfactionDefinition.ThreeRatesJson.Replace("900", "333", StringComparison.Ordinal));
        var cases = Enumerable.Range(0, 1000).Select(_ => new CaseRecord(Noon) { Closed = Noon + Duration.FromTicks(1), Answer = "basically satisfied" });

        using var json = Json(CaseTable.From(cases, CampaignCalendars.Utc).Summarise([], definition));

        var total = json.RootElement.GetProperty("total");
        Assert.Equal(333.0m, total.GetProperty("rates").GetProperty("satisfaction").GetProperty("hits").GetDecimal());
        Assert.Equal(0.0000001m, total.GetProperty("seconds").GetProperty("max").GetDecimal());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Write_BadLevel_WritesNothing(double level)
    {
        using var stream = new MemoryStream();
        using var text = new StringWriter();

        Assert.Throws<ArgumentOutOfRangeException>(() => Report.WriteJson(stream, level: level));
        Assert.Throws<ArgumentOutOfRangeException>(() => Report.WriteCsv(text, level: level));

        Assert.Equal((0L, ""), (stream.Length, text.ToString()));
    }

    [Theory]
    [InlineData("a\u0001", Open311Format.Xml, "agency_responsible 'a\\u0001'")]
    [InlineData("\ufffe", Open311Format.Xml, "agency_responsible '\\ufffe'")]
    public void WriteOpen311_TextThatTheFormCannotCarry_IsNamedAndNothingWritten(string unit, Open311Format format, string named)
    {
        using var stream = new MemoryStream();
        var table = CaseTable.From([new CaseRecord(Noon) { Unit = unit }], CampaignCalendars.Utc);

        var error = Assert.Throws<FormatException>(() => table.WriteOpen311(stream, format));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData(Open311Format.Json)]
    [InlineData(Open311Format.Xml)]
    public void WriteOpen311_HalfACharacter_IsNamedAndNothingWritten(Open311Format format) =>
        WriteOpen311_TextThatTheFormCannotCarry_IsNamedAndNothingWritten($"{'\ud800'}b", format, "agency_responsible '\\ud800b'");

    [Fact]
    public void Write_Cancelled_Throws()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => Table.WriteCsv(TextWriter.Null, cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => Table.WriteOpen311(System.IO.Stream.Null, Open311Format.Json, cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => Table.WriteOpen311(System.IO.Stream.Null, Open311Format.Xml, cancellationToken: cancelled));
    }

    private static JsonDocument Json(SatisfactionReport report)
    {
        using var stream = new MemoryStream();
        report.WriteJson(stream);
        return JsonDocument.Parse(stream.ToArray());
    }

    /// <summary>Knows how many bytes it was given at once at most.</summary>
    private sealed class Measured : MemoryStream
    {
        public long Longest { get; private set; }

        // A class derived from a stream in memory gets its spans here too.
        public override void Write(byte[] buffer, int offset, int count)
        {
            Longest = Math.Max(Longest, count);
            base.Write(buffer, offset, count);
        }
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var reader = new CsvRows(new StringReader(csv));
        Assert.True(reader.Read());
        var header = Enumerable.Range(0, reader.Count).Select(i => reader[i].ToString()).ToArray();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            Assert.Equal(header.Length, reader.Count);
            rows.Add(header.Select((name, i) => (name, Value: reader[i].ToString())).ToDictionary(c => c.name, c => c.Value));
        }

        return rows;
    }
}
