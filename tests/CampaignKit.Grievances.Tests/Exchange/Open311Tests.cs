using System.IO.Compression;
using System.Text;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class Open311Tests
{
    private static readonly Instant Noon = Instant.FromUtc(2021, 3, 29, 12, 0);

    [Theory]
    [InlineData("""[{"service_request_id":7,"status":"Closed","service_code":"001","service_name":"Leak","agency_responsible":" Water ","requested_datetime":"2021-03-29T14:00:00+02:00","expected_datetime":"2021-03-30T12:00:00Z","updated_datetime":"2021-04-02T12:00:00Z","attributes":[{"a":[1,{}]}],"extended":{"status":"x"}}]""")]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><service_requests><request><!-- 1 --><service_request_id>7</service_request_id><status>closed</status><service_code>001</service_code><service_name><![CDATA[Le]]>ak</service_name><agency_responsible> Water </agency_responsible><requested_datetime>2021-03-29T14:00:00+02:00</requested_datetime><expected_datetime>2021-03-30T12:00:00Z</expected_datetime><updated_datetime>2021-04-02T12:00:00Z</updated_datetime><zipcode/><extended><status>x</status></extended></request></service_requests>""")]
    public void ReadRequests_ClosedRequest_IsClosedAtAnUnknownTime(string document)
    {
        var table = Read(document);

        var expected = new CaseRecord(Noon) { Id = "7", ClosingTimeUnknown = true, Due = Noon + Duration.FromDays(1), Unit = "Water", Category = "Leak", Updated = Noon + Duration.FromDays(4) };
        Assert.Equal(expected, Assert.Single(table.Cases));
        Assert.Empty(table.BadRows);
    }

    [Theory]
    [InlineData("""[{"service_code":"001","service_name":"Leak","group":"water"},{"service_code":2}]""")]
    [InlineData("""<services><service><service_code>001</service_code><service_name>Leak</service_name><group>water</group></service><service><service_code>2</service_code></service></services>""")]
    public void ReadServices_List_NamesTheCategories(string list)
    {
        var services = Open311.ReadServices(Stream(list));
        var table = Read(
            """
            [{"status":"open","service_code":"001","service_name":"Old leak","requested_datetime":"2021-03-29"},
             {"status":"open","service_code":"2","service_name":"Noise","requested_datetime":"2021-03-29"},
             {"status":"open","service_code":"3","requested_datetime":"2021-03-29"},
             {"status":"open","requested_datetime":"2021-03-29"}]
            """,
            new Open311Options { Services = services });

        Assert.Equal([new Open311Service("001", "Leak") { Group = "water" }, new Open311Service("2", "")], services);
        Assert.Equal(["Leak", "Noise", "3", ""], table.Cases.Select(c => c.Category));
    }

    [Fact]
    public void ReadServices_WithoutCode_ListsEveryBadService()
    {
        var error = Assert.Throws<Open311Exception>(() => Open311.ReadServices(Stream("""[{"service_name":"a"},{"service_code":[1]},{"service_code":"1"}]""")));

        Assert.Equal(
            "The list of services is not usable: service 1, line 1: service_code '': must be given | service 2, line 1: service_code '[…]': must be text or a number.",
            error.Message);
    }

    [Fact]
    public void ReadRequests_BadJson_IsReportedWithRequestLineFieldValueAndRule()
    {
        var table = Read(
            """
            [
              {"service_request_id":"1","status":"open","requested_datetime":"2021-03-29T12:00:00Z"},
              {"service_request_id":"2","status":"lost","requested_datetime":"yesterday"},
              {"service_request_id":"3",
               "status":"open"},
              {"service_request_id":{},"status":true,"requested_datetime":20210329,"expected_datetime":"2021-02-30"},
              17, null, ["open"],
              {"service_request_id":"1","status":"open","requested_datetime":"2021-03-30T12:00:00Z"},
              {"status":"open","status":"closed","requested_datetime":"2021-03-29T12:00:00Z"},
              {"service_request_id":"\ud800","status":"open","requested_datetime":"2021-03-29T12:00:00Z"},
              {"code":404,"description":"not an error here"}
            ]
            """);

        const string time = "must be a time like 2023-12-11T09:01:37+01:00";
        Assert.Equal(
            [
                $"request 2, line 3: requested_datetime 'yesterday': {time}; status 'lost': must be open or closed",
                $"request 3, line 4: requested_datetime '': {time}",
                $"request 4, line 6: service_request_id '{{…}}': must be text or a number; status 'true': must be text or a number; requested_datetime '20210329': {time}; expected_datetime '2021-02-30': {time}",
                "request 5, line 7: '17': must be an object, the fields of a request",
                "request 6, line 7: 'null': must be an object, the fields of a request",
                "request 7, line 7: '[…]': must be an object, the fields of a request",
                "request 9, line 9: status 'closed': must be given once",
                "request 10, line 10: service_request_id '\\ud800': must be Unicode text",
                $"request 11, line 11: requested_datetime '': {time}; status '': must be open or closed",
            ],
            table.BadRows.Select(r => r.ToString()).ToArray());
        Assert.Equal(new RepeatedCase(8, "1", 2), Assert.Single(table.RepeatedCases));
        Assert.Equal((11L, 1), (table.RowsRead, table.Count));
    }

    [Fact]
    public void ReadRequests_BadXml_IsReportedWithRequestLineFieldValueAndRule()
    {
        var table = Read(
            """
            <service_requests>
              <request><status>open</status><requested_datetime>2021-03-29</requested_datetime></request>
              <request/>
              <request>open<status><b>open</b></status><status>open</status>
                <requested_datetime>2021-03-29</requested_datetime></request>
            </service_requests>
            """);

        Assert.Equal(
            [
                "request 2, line 3: requested_datetime '': must be a time like 2023-12-11T09:01:37+01:00; status '': must be open or closed",
                "request 3, line 4: 'open': must be an element; status '<b>': must be text, without elements; status 'open': must be given once",
            ],
            table.BadRows.Select(r => r.ToString()));
        Assert.Equal((3L, 1), (table.RowsRead, table.Count));
    }

    [Fact]
    public void ReadRequests_UpdatesThatCannotBeRead_AreUnknownAndCounted()
    {
        const string document =
            """
            [{"service_request_id":"1","status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"N/A"},
             {"service_request_id":"2","status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":{"at":"2021-03-30"}},
             {"service_request_id":"3","status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"0001-01-01T00:00:00"},
             {"service_request_id":"4","status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"0001-01-01T00:00:00Z"},
             {"service_request_id":"5","status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"2021-03-30","updated_datetime":"2021-03-31"},
             {"service_request_id":"6","status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"2021-03-30T12:00:00Z"},
             {"service_request_id":"7","status":"lost","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"N/A"},
             {"service_request_id":"8","status":"open","requested_datetime":"0001-01-01T00:00:00","updated_datetime":"N/A"}]
            """;

        var table = Read(document);

        Assert.Equal(
            [("1", null), ("2", null), ("3", null), ("4", null), ("5", null), ("6", (Instant?)(Noon + Duration.FromDays(1)))],
            table.Cases.Select(c => (c.Id!, c.Updated)));
        Assert.Equal("Times of the last update that cannot be read, 5 in all, are taken as unknown.", Assert.Single(table.Assumptions));
        Assert.Equal(
            [
                "request 7, line 7: status 'lost': must be open or closed",
                "request 8, line 8: requested_datetime '0001-01-01T00:00:00': must lie between 1900-01-01 and 2200-01-01",
            ],
            table.BadRows.Select(r => r.ToString()));
    }

    [Fact]
    public void ReadRequests_TooManyBad_Stops() =>
        Assert.Equal(2, Assert.Throws<BadRowsException>(() => Read("[1,2,3]", new Open311Options { BadRowLimit = 1 })).Rows.Count);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("id,opened")]
    [InlineData("[")]
    [InlineData("""[{"status":"open","requested_datetime":"2021-03-29"},{"status":"op""")]
    [InlineData("""[{"status":"open","requested_datetime":"2021-03-29"}""")]
    [InlineData("""[{"status":"open","requested_datetime":"2021-03-29"}] []""")]
    [InlineData("""{"requests":[]}""")]
    [InlineData("<service_requests><request>")]
    [InlineData("<service_requests></service_requests><x/>")]
    [InlineData("<service_requests>open</service_requests>")]
    [InlineData("<services/>")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><service_requests><request><status>&a;</status></request></service_requests>""")]
    [InlineData("<service_requests><request><status>&a;</status></request></service_requests>")]
    public void ReadRequests_BrokenDocument_IsRefused(string document) =>
        Assert.Empty(Assert.Throws<Open311Exception>(() => Read(document)).Errors);

    [Theory]
    [InlineData("""[{"code":403,"description":"Invalid api_key"},{"code":404,"description":"No such city"}]""")]
    [InlineData("<errors><error><code>403</code><description>Invalid api_key</description></error><error><code>404</code><description>No such city</description></error></errors>")]
    public void Read_ErrorAnswer_ThrowsWhatTheServerSays(string document)
    {
        Open311Error[] expected = [new("403", "Invalid api_key"), new("404", "No such city")];

        Assert.Equal(expected, Assert.Throws<Open311Exception>(() => Read(document)).Errors);
        Assert.Equal(expected, Assert.Throws<Open311Exception>(() => Open311.ReadServices(Stream(document))).Errors);
    }

    [Fact]
    public void Read_OneErrorAlone_ThrowsIt() =>
        Assert.Equal("The server answered with errors instead: 400: bad.", Assert.Throws<Open311Exception>(() => Read("""{"code":"400","description":"bad"}""")).Message);

    [Theory]
    [InlineData("[]")]
    [InlineData("\ufeff[ ]")]
    [InlineData("<service_requests/>")]
    [InlineData("\ufeff<service_requests> </service_requests>")]
    public void ReadRequests_NoRequests_IsAnEmptyTable(string document) => Assert.Equal((0, 0L), (Read(document).Count, Read(document).RowsRead));

    [Fact]
    public void ReadRequests_ClosedField_IsReadOfClosedRequestsOnly()
    {
        const string document =
            """
            [{"status":"closed","requested_datetime":"2021-03-29","closed_datetime":"2021-03-30"},
             {"status":"closed","requested_datetime":"2021-03-29"},
             {"status":"open","requested_datetime":"2021-03-29","closed_datetime":"2021-03-30"},
             {"status":"closed","requested_datetime":"2021-03-29","closed_datetime":"2021-03-28"}]
            """;
        var options = new Open311Options { ClosedField = "closed_datetime", Calendar = CampaignCalendar.In("Asia/Shanghai"), Grain = TimeGrain.Day };

        var table = Read(document, options);

        Assert.Equal([(Instant.FromUtc(2021, 3, 29, 16, 0), false), ((Instant?)null, true)], table.Cases.Select(c => (c.Closed, c.ClosingTimeUnknown)));
        Assert.Equal(
            [
                "request 3, line 3: closed_datetime '2021-03-30': must be blank, for status is open",
                "request 4, line 4: closed_datetime '2021-03-28': must not lie before the opening, 2021-03-29",
            ],
            table.BadRows.Select(r => r.ToString()));
        Assert.Equal("closing times are closed_datetime, which is no field of GeoReport v2", Assert.Single(table.Assumptions));
    }

    [Theory]
    [InlineData(Open311Format.Json)]
    [InlineData(Open311Format.Xml)]
    public void ClosedField_Updated_IsTheClosingTimeOfClosedRequestsAlone(Open311Format format)
    {
        const string document =
            """
            [{"status":"closed","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"2021-04-02T12:00:00Z"},
             {"status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"2021-04-02T12:00:00Z"},
             {"status":"open","requested_datetime":"2021-03-29T12:00:00Z","updated_datetime":"never"}]
            """;
        var options = new Open311Options { ClosedField = Open311Options.UpdatedField };
        using var stream = new MemoryStream();

        var table = Read(document, options);
        table.WriteOpen311(stream, format, options);
        stream.Position = 0;

        var updated = Noon + Duration.FromDays(4);
        Assert.Equal([new CaseRecord(Noon) { Closed = updated }, new CaseRecord(Noon) { Updated = updated }], table.Cases);
        Assert.Equal("request 3, line 3: updated_datetime 'never': must be a time like 2023-12-11T09:01:37+01:00", Assert.Single(table.BadRows).ToString());
        Assert.Equal(table.Cases, Open311.ReadRequests(stream, options).Cases);
        Assert.Empty(FlagReport.Of(table, new FlagOptions { UpdateShare = 0 }).Flags);
    }

    [Theory]
    [InlineData("")]
    [InlineData("closed at")]
    [InlineData("status")]
    [InlineData("requested_datetime")]
    public void ClosedField_OfAnotherMeaning_IsRefused(string field) =>
        Assert.Throws<ArgumentException>(() => new Open311Options { ClosedField = field });

    [Theory]
    [InlineData(Open311Format.Json)]
    [InlineData(Open311Format.Xml)]
    public void ReadRequests_ManyInSmallPieces_AreAllThere(Open311Format format)
    {
        var records = Enumerable.Range(0, 5000).Select(i => new CaseRecord(Noon) { Id = $"{i}", Category = new string('ü', i % 300) }).ToArray();
        using var written = new MemoryStream();
        CaseTable.From(records, CampaignCalendars.Utc).WriteOpen311(written, format);
        var counts = new List<long>();

        var table = Open311.ReadRequests(new Dripping(written.ToArray()), progress: new Counts(counts));

        Assert.Equal(records, table.Cases);
        Assert.Equal([1024, 2048, 3072, 4096, 5000], counts);
    }

    [Fact]
    public void ReadRequests_Gzip_IsReadDirectlyAndTheStreamStaysOpen()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write("""[{"status":"open","requested_datetime":"2021-03-29"}]"""u8);
        packed.Position = 0;

        Assert.Equal(1, Open311.ReadRequests(packed).Count);
        Assert.True(packed.CanRead);
        Assert.Throws<InvalidDataException>(() => Open311.ReadRequests(new MemoryStream([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])));
    }

    [Fact]
    public void ReadRequests_Cancelled_KeepsNothing() =>
        Assert.Throws<OperationCanceledException>(() => Open311.ReadRequests(Stream("[]"), cancellationToken: new CancellationToken(canceled: true)));

    private static CaseTable Read(string document, Open311Options? options = null) => Open311.ReadRequests(Stream(document), options);

    private static MemoryStream Stream(string document) => new(Encoding.UTF8.GetBytes(document));

    private sealed class Counts(List<long> counts) : IProgress<long>
    {
        public void Report(long value) => counts.Add(value);
    }

    /// <summary>Gives 37 bytes at a time at most, as networks do.</summary>
    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 37));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 37)]);
    }
}
