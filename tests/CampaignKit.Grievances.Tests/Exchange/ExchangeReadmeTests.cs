using System.Text;
using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class ExchangeReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_Runs()
    {
        const string services = """[{"service_code":"009","service_name":"Wrecks"}]""";
        const string document =
            """
            <service_requests>
              <request><status>closed</status><service_code>009</service_code><requested_datetime>2023-12-11T09:01:37+01:00</requested_datetime></request>
              <request><status>open</status><service_code>009</service_code><requested_datetime>yesterday</requested_datetime></request>
            </service_requests>
            """;
        const string boston =
            """
            case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,department,type
            1,2022-01-21 13:47:00,2022-02-04 13:47:30,2022-01-22 10:00:00,ONTIME,Closed,PWDx,Needles
            2,2022-01-21 13:47:00,,2022-01-22 10:00:00,ONTIME,Closed,PWDx,Needles
            """;
        using var writer = new StringWriter();
        using var stream = new MemoryStream();

        var july = Instant.FromUtc(2022, 7, 1, 0, 0);
        Rate onTime = CaseTable.Read(new StringReader(boston), CsvMap.Boston).Summarise([], SatisfactionDefinition.ThreeRates, asOf: july).Total.OnTime;
        var options = new Open311Options { Services = Open311.ReadServices(StreamOf(services)), Calendar = CampaignCalendar.In("Europe/Berlin") };
        CaseTable requests = Open311.ReadRequests(StreamOf(document), options);
        requests.WriteCsv(writer, CsvFormulas.Disarmed);
        requests.WriteJson(Stream.Null);
        requests.WriteOpen311(stream, Open311Format.Json, options);

        Assert.Equal((1m, 1L), (onTime.Hits, onTime.Base));
        Assert.Equal(
            "request 2, line 3: requested_datetime 'yesterday': must be a time like 2023-12-11T09:01:37+01:00",
            Assert.Single(requests.BadRows).ToString());
        Assert.Equal("Wrecks", Assert.Single(requests.Cases).Category);
        Assert.Equal(requests.Cases, CaseTable.Read(new StringReader(writer.ToString()), CsvMap.Exported).Cases);
        Assert.Equal(requests.Cases, Open311.ReadRequests(new MemoryStream(stream.ToArray()), options).Cases);
        Assert.Contains("\"service_code\": \"009\"", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chicago")]
    [InlineData("NYC")]
    [InlineData("boston")]
    [InlineData("campaignkit")]
    public void TryFind_Preset_IsTheOneOfThatName(string name)
    {
        Assert.True(CsvMap.TryFind(name, out var map, out var reason));
        Assert.Null(reason);
        Assert.Same(CsvMap.Presets[name], map);
        Assert.Contains(map, new[] { CsvMap.Chicago, CsvMap.NewYork, CsvMap.Boston, CsvMap.Exported });
    }

    [Fact]
    public void TryFind_UnknownName_SaysWhichThereAre()
    {
        Assert.False(CsvMap.TryFind("london", out var map, out var reason));
        Assert.Null(map);
        Assert.Equal("'london' is no preset: there is boston, campaignkit, chicago, nyc.", reason);
        Assert.False(CsvMap.TryFind(null, out _, out _));
    }

    private static MemoryStream StreamOf(string text) => new(Encoding.UTF8.GetBytes(text));
}
