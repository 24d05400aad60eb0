using System.IO.Compression;
using System.Text;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class CityPresetTests
{
    private const string NewYork =
        """
        unique_key,created_date,closed_date,agency,complaint_type,status,due_date
        1,2025-03-14T01:20:00,,NYPD,Animal-Abuse,In Progress,
        2,03/14/2025 01:20:00 PM,03/14/2025 03:20:00 PM,DPR,Animal in a Park,Closed,03/14/2025 03:00:00 PM
        3,2025-03-14T01:20:00,,DPR,Animal in a Park,Closed,
        4,2025-03-14T01:20:00,2025-03-14T01:30:00,DPR,Animal in a Park,Pending,
        5,2025-03-14T01:20:00,,DPR,Animal in a Park,Unspecified,
        6,2025-03-14T01:20:00,2025-03-14T01:30:00,DPR,Animal in a Park,Email Sent,
        7,2025-03-14T01:20:00,,DPR,Animal in a Park,unassigned,
        8,2025-03-14T01:20:00,,DPR,Animal in a Park,Lost,
        """;

    [Fact]
    public void NewYork_Rows_AreTheCasesTheySay()
    {
        var table = CaseTable.Read(new StringReader(NewYork), CsvMap.NewYork);

        Assert.Equal(
            [
                new CaseRecord(Instant.FromUtc(2025, 3, 14, 5, 20)) { Id = "1", Unit = "NYPD", Category = "Animal-Abuse" },
                new CaseRecord(Instant.FromUtc(2025, 3, 14, 17, 20))
                {
                    Id = "2",
                    Unit = "DPR",
                    Category = "Animal in a Park",
                    Closed = Instant.FromUtc(2025, 3, 14, 19, 20),
                    Due = Instant.FromUtc(2025, 3, 14, 19, 0),
                },
                new CaseRecord(Instant.FromUtc(2025, 3, 14, 5, 20)) { Id = "3", Unit = "DPR", Category = "Animal in a Park", ClosingTimeUnknown = true },
            ],
            table.Cases.Take(3));
        Assert.Equal(["4", "5", "6", "7"], table.Cases.Skip(3).Where(c => !c.IsClosed).Select(c => c.Id));
        Assert.Equal(
            [
                "The file has no column resolution_action_updated_date; what would stand there is taken as unknown.",
                "Rows whose status says open though they have a closing time, 2 in all, are taken as open.",
            ],
            table.Assumptions);
        Assert.Equal(
            [
                "line 9: status 'Lost': must be Closed, Open, Assigned, In Progress, Pending, Started, Unspecified, Unassigned, Email Sent",
            ],
            table.BadRows.Select(r => r.ToString()));
        Assert.Equal((0m, 1L), (table.Summarise([], SatisfactionDefinition.ThreeRates).Total.OnTime.Hits, table.Summarise([], SatisfactionDefinition.ThreeRates).Total.OnTime.Base));
    }

    [Fact]
    public void Chicago_ColumnOfUpdates_IsReadWhereThereIsOne()
    {
        const string updated =
            """
            request_id,created_date,completed_date,status,ward,subcategory,last_modified_date
            1,2021-03-29,2021-03-30,Completed,9,,2021-03-30T14:05:00.000
            2,2021-03-29,,Open,9,,
            """;

        var table = CaseTable.Read(new StringReader(updated), CsvMap.Chicago);

        Assert.Equal([Instant.FromUtc(2021, 3, 30, 19, 5), (Instant?)null], table.Cases.Select(c => c.Updated));
        Assert.Empty(table.BadRows);
        Assert.Empty(table.Assumptions);
        Assert.Equal(FlagKind.UpdateAsClosing, Assert.Single(FlagReport.Of(table).Flags).Kind);
    }

    [Fact]
    public void NewYork_ColumnOfUpdates_IsReadWhereThereIsOneAndNeverAsClosing()
    {
        const string updated =
            """
            unique_key,created_date,closed_date,agency,complaint_type,status,due_date,resolution_action_updated_date
            1,2025-03-14T01:20:00,,NYPD,Animal-Abuse,Closed,,03/14/2025 01:59:00 AM
            2,2025-03-14T01:20:00,,NYPD,Animal-Abuse,Open,,
            """;

        var table = CaseTable.Read(new StringReader(updated), CsvMap.NewYork);

        Assert.Equal([(Instant.FromUtc(2025, 3, 14, 5, 59), true), ((Instant?)null, false)], table.Cases.Select(c => (c.Updated, c.ClosingTimeUnknown)));
        Assert.All(table.Cases, c => Assert.Null(c.Closed));
    }

    [Fact]
    public void NewYork_ColumnOfUpdatesTwice_IsRefusedForItself()
    {
        var error = Assert.Throws<DefinitionException>(() => CaseTable.Read(
            new StringReader(
                "unique_key,created_date,closed_date,agency,complaint_type,status,due_date,resolution_action_updated_date,resolution_action_updated_date\n"), CsvMap.NewYork));

        Assert.Equal(("updated", "resolution_action_updated_date"), (Assert.Single(error.Flaws).Path, Assert.Single(error.Flaws).Value));
    }

    [Fact]
    public void NewYork_UpdatesThatCannotBeRead_AreUnknownAndCounted()
    {
        string[] updates = ["1899-12-31T00:00:00", "01/01/0001 12:00:00 AM", "2025-03-14T02:00:00", .. Enumerable.Repeat("N/A", CsvMap.DefaultBadRowLimit + 1)];
        var rows = updates.Select((u, i) => $"{i},2025-03-14T01:20:00,,NYPD,Animal-Abuse,Closed,,{u}\n");
        var csv = "unique_key,created_date,closed_date,agency,complaint_type,status,due_date,resolution_action_updated_date\n"
            + string.Concat(rows) + "x,2025-03-14T01:20:00,,NYPD,Animal-Abuse,Lost,,N/A\n";

        var table = CaseTable.Read(new StringReader(csv), CsvMap.NewYork);

        Assert.Equal(("2", Instant.FromUtc(2025, 3, 14, 6, 0)), table.Cases.Where(c => c.Updated is not null).Select(c => (c.Id, c.Updated!.Value)).Single());
        Assert.Equal((updates.Length, 1), (table.Count, table.BadRows.Count));
        Assert.Equal("Times of the last update that cannot be read, 1,003 in all, are taken as unknown.", Assert.Single(table.Assumptions));
    }

    [Fact]
    public void Exported_FactsForFlagsThatCannotBeRead_AreUnknownAndCounted()
    {
        const string csv =
            """
            id,opened,closed,due,status,unit,category,contacted,resolved,rating,updated,replied,reopenings
            1,2026-01-01,,,open,,,,,,2026-01-02,yes,1.0
            2,2026-01-01,,,open,,,,,,soon,perhaps,1.5
            3,2026-01-01,,,open,,,,,,9999-12-31,,-1
            """;

        var table = CaseTable.Read(new StringReader(csv), CsvMap.Exported);

        Assert.Equal(
            [(Instant.FromUtc(2026, 1, 2, 0, 0), true, 1), (null, null, null), ((Instant?)null, (bool?)null, (int?)null)],
            table.Cases.Select(c => (c.Updated, c.Replied, c.Reopenings)));
        Assert.Equal(
            [
                "Times of the last update that cannot be read, 2 in all, are taken as unknown.",
                "Words on replies that cannot be read, 1 in all, are taken as unknown.",
                "Numbers of reopenings that cannot be read, 2 in all, are taken as unknown.",
            ],
            table.Assumptions);
    }

    [Fact]
    public void Exported_OlderFile_SaysInOneLineWhatItLacks()
    {
        const string csv = "id,opened,closed,due,status,unit,category,contacted,resolved,rating,updated\n1,2026-01-01,,,open,,,,,,\n";

        Assert.Equal(
            "The file has no column replied or reopenings; what would stand there is taken as unknown.",
            Assert.Single(CaseTable.Read(new StringReader(csv), CsvMap.Exported).Assumptions));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_File_IsDecompressedIfItsFirstBytesSaySo(bool compressed)
    {
        var file = Path.GetTempFileName();
        try
        {
            var text = Encoding.UTF8.GetBytes(NewYork);
            File.WriteAllBytes(file, compressed ? [.. Gzip(text[..100]), .. Gzip(text[100..])] : text);

            Assert.Equal(7, CaseTable.Read(file, CsvMap.NewYork).Count);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_DamagedGzip_IsRefused(bool cutShort)
    {
        var file = Path.GetTempFileName();
        try
        {
            var packed = Gzip(Encoding.UTF8.GetBytes(NewYork));
            packed[packed.Length / 2] ^= (byte)(cutShort ? 0 : 0xff);
            File.WriteAllBytes(file, cutShort ? packed[..^40] : packed);

            Refuses(() => CaseTable.Read(file, CsvMap.NewYork));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Read_GzipCutAnywhere_IsRefused()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes("[]"));

        Assert.Equal(0, Open311.ReadRequests(new MemoryStream(packed)).Count);
        Assert.All(Enumerable.Range(2, packed.Length - 2), length => Refuses(() => Open311.ReadRequests(new MemoryStream(packed[..length]))));
    }

    [Fact]
    public void Read_GzipOfManyRowsCutAnywhere_IsRefused()
    {
        var rows = Enumerable.Range(1, 200).Select(i => $"2026-03-{i % 28 + 1:00} 0{i % 10}:15:00,{i * 7919 % 1000},D{i % 13}\n");
        var packed = Gzip(Encoding.UTF8.GetBytes($"open_dt,case_enquiry_id,department\n{string.Concat(rows)}"));
        var map = new CsvMap(new Dictionary<CaseField, string> { [CaseField.Opened] = "open_dt", [CaseField.Unit] = "department" });
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, packed);
            Assert.Equal(200, CaseTable.Read(file, map).Count);

            Assert.All(Enumerable.Range(2, packed.Length - 2), length =>
            {
                File.WriteAllBytes(file, packed[..length]);
                Refuses(() => CaseTable.Read(file, map));
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Refuses(Action read) =>
        Assert.Equal("The compressed data is damaged or cut short.", Assert.Throws<InvalidDataException>(read).Message);

    private static byte[] Gzip(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            zip.Write(text);
        return packed.ToArray();
    }
}
