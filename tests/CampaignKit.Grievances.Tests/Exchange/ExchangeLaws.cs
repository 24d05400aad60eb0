using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Grievances.Tests;

public sealed class ExchangeLaws
{
    private static readonly Open311Service[] Services = [new("1", "leak"), new("1", "noise"), new("2", "leak"), new("3", "=sum(a1)"), new("noise", "roads"), new("4", "")];

    [Property(Arbitrary = [typeof(ExchangeLaws)])]
    public void WriteCsv_ReadBack_IsEqual(CaseRecord[] cases, bool byDay)
    {
        var grain = byDay ? TimeGrain.Day : TimeGrain.Instant;
        var table = CaseTable.From(cases, CampaignCalendars.Shanghai, grain);
        using var text = new StringWriter();

        table.WriteCsv(text);
        var back = CaseTable.Read(new StringReader(text.ToString()), CsvMap.Exported with { Calendar = table.Calendar, Grain = grain });

        Assert.Equal(table.Cases, back.Cases);
        Assert.Equal(table.Columns.Took, back.Columns.Took);
        Assert.Equal((table.Count, 0, 0), (back.RowsRead, back.BadRows.Count, back.RepeatedCases.Count));
    }

    [Property(Arbitrary = [typeof(ExchangeLaws)])]
    public void WriteJson_AnyCases_HasEveryField(CaseRecord[] cases)
    {
        var table = CaseTable.From(cases, CampaignCalendars.Utc);
        using var stream = new MemoryStream();

        table.WriteJson(stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(table.Cases, json.RootElement.EnumerateArray().Select(OfJson));
    }

    [Property(Arbitrary = [typeof(ExchangeLaws)])]
    public void WriteOpen311_ReadBackWithAClosedField_IsEqualInWhatTheFormatHas(CaseRecord[] cases, bool xml, bool listed)
    {
        var table = CaseTable.From(cases, CampaignCalendars.Utc);
        var options = new Open311Options { ClosedField = "closed_datetime", Services = listed ? Services : [] };

        var back = ThroughOpen311(table, xml, options);

        // Without a name in the list, a code that happens to be a name must not turn a category into another.
        Assert.Equal(table.Cases.Select(Carried), back.Cases);
        Assert.Empty(back.BadRows);
    }

    [Property(Arbitrary = [typeof(ExchangeLaws)])]
    public void WriteOpen311_ReadBack_ClosingTimesAreMissing(CaseRecord[] cases, bool xml)
    {
        var table = CaseTable.From(cases, CampaignCalendars.Utc);

        var back = ThroughOpen311(table, xml, options: null);

        Assert.Equal(table.Cases.Select(c => Carried(c) with { Closed = null, ClosingTimeUnknown = c.IsClosed }), back.Cases);
    }

    [Property(Arbitrary = [typeof(ExchangeLaws)])]
    public void WriteOpen311_UpdatesAsClosingTimes_AreReadBackAsTheTimesOfClosing(CaseRecord[] cases, bool xml)
    {
        var table = CaseTable.From(cases, CampaignCalendars.Utc);

        var back = ThroughOpen311(table, xml, new Open311Options { ClosedField = Open311Options.UpdatedField });

        Assert.Equal(table.Cases.Select(c => Carried(c) with { Updated = c.IsClosed ? null : c.Updated }), back.Cases);
    }

    [Property(Arbitrary = [typeof(ExchangeLaws)])]
    public void OnTime_OfTableAndBoard_IsOverCasesClosedOrDue(CaseRecord[] cases, bool byDay, ushort hours)
    {
        var (calendar, grain) = (CampaignCalendars.Shanghai, byDay ? TimeGrain.Day : TimeGrain.Instant);
        var table = CaseTable.From(cases, calendar, grain);
        var board = new CaseBoard([], SatisfactionDefinition.ThreeRates, calendar, grain);
        foreach (var (record, number) in table.Cases.Select((c, i) => (c, i)))
            board.Put(record with { Id = $"{number}" });

        var closed = table.Cases.Where(c => c.Closed is not null && c.Due is not null).ToArray();
        var onTime = closed.Count(c => c.Closed <= c.Due || (byDay && DateOf(c.Closed) == DateOf(c.Due)));
        var expected = Rate.Of(onTime, closed.Length, "closed cases with a target and a known closing time");

        var report = table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates);
        Assert.Equal(expected, report.Total.ClosedOnTime);
        Assert.Equal(expected, board.Total.ClosedOnTime);
        Assert.Equal(expected.Hits * 2, SatisfactionReport.Merge(report, report).Total.ClosedOnTime.Hits);
        var undecided = table.Cases.Any(c => !c.IsClosed && c.Due is not null);
        Assert.Equal(undecided ? 0 : expected.Base, report.Total.OnTime.Base);
        Assert.Equal(report.Total.OnTime, board.Total.OnTime);

        // As of an instant: what is closed later is open, and late if its target is seen and not met.
        var asOf = CaseLists.Start + Duration.FromHours(hours % 1500);
        var known = table.Cases.Where(c => c.Opened <= asOf && !c.ClosingTimeUnknown && c.Due is not null).Select(c => c.Closed > asOf ? c with { Closed = null } : c).ToArray();
        var met = known.Count(c => c.Closed <= c.Due || (byDay && c.Closed is not null && DateOf(c.Closed) == DateOf(c.Due)));
        var late = known.Count(c => c.Closed is null && (byDay ? DateOf(c.Due) < DateOf(asOf) : c.Due <= asOf));
        var whole = Rate.Of(met, known.Count(c => c.Closed is not null) + late, "cases with a target, closed at a known time or due");
        var then = table.Summarise([Dimension.Unit], SatisfactionDefinition.ThreeRates, asOf);
        Assert.Equal(whole, then.Total.OnTime);
        Assert.Equal(whole, board.Report(asOf).Total.OnTime);
        Assert.Equal(whole.Base * 2, SatisfactionReport.Merge(then, then).Total.OnTime.Base);

        LocalDate DateOf(Instant? time) => time!.Value.InZone(calendar.Zone).Date;
    }

    public static Arbitrary<CaseRecord> Cases() => Arb.From(
        from known in CaseLists.Records().Generator
        from id in Gen.Choose(0, 40)
        from ticks in Gen.Choose(0, 9_999_999)
        from due in Gen.Choose(-100, 5000)
        from updated in Gen.Choose(-100, 5000)
        from replied in Gen.Elements(null, (bool?)true, false)
        from reopenings in Gen.Elements(null, (int?)0, 1, int.MaxValue)
        from unit in Gen.Elements(known.Unit, "a,b", "say \"hi\"", "two\r\nlines", "one\rother", "=1+1", "-", "@x", "<b>&amp;", "水务", "😀")
        from category in Gen.Elements(known.Category, "1", "2", "roads", "=sum(a1)", "]]>", "a\tb")
        select known with
        {
            Id = id == 0 ? null : $"c-{id}",
            Opened = known.Opened + Duration.FromTicks(ticks),
            Closed = known.Closed + Duration.FromTicks(ticks),
            Due = due < 0 ? null : known.Opened + Duration.FromMinutes(due),
            Unit = unit,
            Category = category,
            Updated = updated < 0 ? null : known.Opened + Duration.FromMinutes(updated) + Duration.FromTicks(ticks),
            Replied = replied,
            Reopenings = reopenings,
        });

    private static CaseRecord Carried(CaseRecord record) => record with
    {
        Contacted = null,
        Resolved = null,
        Replied = null,
        Reopenings = null,
        Answer = null,
        Duplicate = false,
    };

    private static CaseRecord OfJson(JsonElement json)
    {
        var closed = Time("closed");
        return new CaseRecord(Time("opened")!.Value)
        {
            Id = json.GetProperty("id").GetString(),
            Closed = closed,
            ClosingTimeUnknown = closed is null && json.GetProperty("status").GetString() == "closed",
            Due = Time("due"),
            Unit = json.GetProperty("unit").GetString()!,
            Category = json.GetProperty("category").GetString()!,
            Contacted = Fact("contacted"),
            Resolved = Fact("resolved"),
            Answer = json.GetProperty("rating").GetString(),
            Duplicate = json.GetProperty("duplicate").GetBoolean(),
            Updated = Time("updated"),
            Replied = Fact("replied"),
            Reopenings = json.GetProperty("reopenings").Deserialize<int?>(),
        };

        Instant? Time(string name) => json.GetProperty(name).GetString() is { } time ? InstantPattern.ExtendedIso.Parse(time).Value : null;

        bool? Fact(string name) => json.GetProperty(name).Deserialize<bool?>();
    }

    private static CaseTable ThroughOpen311(CaseTable table, bool xml, Open311Options? options)
    {
        using var stream = new MemoryStream();
        table.WriteOpen311(stream, xml ? Open311Format.Xml : Open311Format.Json, options);
        stream.Position = 0;
        return Open311.ReadRequests(stream, options);
    }
}
