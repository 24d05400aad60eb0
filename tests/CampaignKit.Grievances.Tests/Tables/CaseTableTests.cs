using CampaignKit.Calendars;
using NodaTime;

namespace CampaignKit.Grievances.Tests;

public sealed class CaseTableTests
{
    private static readonly CsvMap Map = CsvMap.Parse("id=id,opened=opened,closed=closed,unit=unit,category=about,contacted=contacted,resolved=resolved,rating=rating")
        with { Calendar = CampaignCalendars.Shanghai };

    private const string DateRule =
        "must be a date like 2021-03-29 or 2021-03-29 17:05 or 2021-03-29 17:05:08 or 2021-03-29T17:05 or 2021-03-29T17:05:08, or with Z or an offset";

    private const string Header = "id,opened,closed,unit,about,contacted,resolved,rating\n";

    [Fact]
    public void Read_Row_IsTheCaseItSays()
    {
        var table = Read("c-1,2021-03-29 08:00,2021-03-30 09:30:15, water ,\"leak, \"\"big\"\"\",yes,0,satisfied\n");

        Assert.Equal(
            new CaseRecord(Instant.FromUtc(2021, 3, 29, 0, 0))
            {
                Id = "c-1",
                Closed = Instant.FromUtc(2021, 3, 30, 1, 30, 15),
                Unit = "water",
                Category = "leak, \"big\"",
                Contacted = true,
                Resolved = false,
                Answer = "satisfied",
            },
            Assert.Single(table.Cases));
    }

    [Fact]
    public void Read_BlankCells_AreUnknown() =>
        Assert.Equal(new CaseRecord(Instant.FromUtc(2021, 3, 28, 16, 0)) { Id = "c-1" }, Assert.Single(Read("c-1,2021-03-29,,,, ,,\n").Cases));

    [Theory]
    [InlineData("2021-03-29", "2021-03-28T16:00:00Z")]
    [InlineData("2021-03-29T08:00", "2021-03-29T00:00:00Z")]
    [InlineData("2021-03-29T08:00:01.5", "2021-03-29T00:00:01.5Z")]
    [InlineData("2021-03-29T08:00:00Z", "2021-03-29T08:00:00Z")]
    [InlineData("2021-03-29T08:00:00+02:00", "2021-03-29T06:00:00Z")]
    public void Read_Date_IsThatInstant(string date, string instant) =>
        Assert.Equal(instant, Assert.Single(Read($"c-1,{date},,,,,,\n").Cases).Opened.ToString("uuuu-MM-dd'T'HH:mm:ss.FFF'Z'", null));

    [Fact]
    public void Read_DatesOfAnotherForm_AreReadByIt()
    {
        using var reader = new StringReader("when\n03/29/2021 01:05:00 PM\n");

        var table = CaseTable.Read(reader, CsvMap.Parse("opened=when") with { DateFormats = ["MM/dd/uuuu hh:mm:ss tt"] });

        Assert.Equal(Instant.FromUtc(2021, 3, 29, 13, 5), Assert.Single(table.Cases).Opened);
    }

    [Fact]
    public void Read_BadRows_AreReportedWithLineColumnValueAndRule()
    {
        var table = Read(
            "c-1,2021-03-29,,,,,,\n" +
            "c-2,29.3.2021,soon,,,perhaps,,\n" +
            "\n" +
            "c-3,2021-03-29,2021-03-28,,,,,\n" +
            "c-4,2021-03-29,,\"two\nlines\",,,,\n" +
            "c-5,2021-03-29\n" +
            ",,,,,,,\n" +
            "c-6,2021-03-29,,\"a\"b,,,,\n" +
            "c-7,2021-03-29,,6\" pipe,,,,\n");

        Assert.Equal(["c-1", "c-4", "c-7"], table.Cases.Select(c => c.Id));
        Assert.Equal("6\" pipe", table.Cases.Last().Unit);
        Assert.Equal(
            [
                $"line 3: opened '29.3.2021': {DateRule}; closed 'soon': {DateRule}; contacted 'perhaps': must be yes, y, true, 1, 是, no, n, false, 0, 否 or blank",
                "line 5: closed '2021-03-28': must not lie before the opening, 2021-03-29",
                "line 8: '2 fields': must have 8, as the header",
                $"line 9: opened '': {DateRule}",
                "line 10: '\"a\"b': a field in quotes must end with a quote, and quotes inside it must be doubled",
            ],
            table.BadRows.Select(r => r.ToString()));
        Assert.Equal(8, table.RowsRead);
    }

    [Fact]
    public void Read_UpdatedRepliedReopenings_AreKeptOrNamed()
    {
        const string csv =
            """
            nr,opened,changed,replied,times
            1,2021-03-29,2021-03-30 08:00,no, 2
            2,2021-03-29,,,
            3,2021-03-29,2021-03-01,是,0
            4,2021-03-29,9999-12-31,maybe,-1
            5,2021-03-29,soon,,1.5
            6,2021-03-29,,,2147483648
            7,2021-03-29,,,
            8,2021-03-29,,,3.0
            """;

        var table = CaseTable.Read(new StringReader(csv), CsvMap.Parse("id=nr,opened=opened,updated=changed,replied=replied,reopenings=times"));

        Assert.Equal(
            [
                ("1", Instant.FromUtc(2021, 3, 30, 8, 0), false, 2),
                ("2", null, null, null),
                ("3", Instant.FromUtc(2021, 3, 1, 0, 0), true, 0),
                ("7", (Instant?)null, (bool?)null, (int?)null),
                ("8", null, null, 3),
            ],
            table.Cases.Select(c => (c.Id!, c.Updated, c.Replied, c.Reopenings)));
        const string whole = "must be a whole number from 0 to 2,147,483,647 without sign and separators, or blank";
        Assert.Equal(
            [
                $"line 5: changed '9999-12-31': must lie between 1900-01-01 and 2200-01-01; replied 'maybe': must be yes, y, true, 1, 是, no, n, false, 0, 否 or blank; times '-1': {whole}",
                $"line 6: changed 'soon': {DateRule}; times '1.5': {whole}",
                $"line 7: times '2147483648': {whole}",
            ],
            table.BadRows.Select(r => r.ToString()));
        Assert.Equal([3, 3, 5], new[] { table.Columns.Updated.Values.Length, table.Columns.Replied.Values.Length, table.Columns.Reopenings.Values.Length });
    }

    [Fact]
    public void Read_NoUpdatesRepliesAndReopenings_CostsNothing()
    {
        var columns = Read("c-1,2021-03-29,,,,,,\nc-2,2021-03-29,,,,,,\n").Columns;

        Assert.Equal((0, 0, 0), (columns.Updated.Values.Length, columns.Replied.Values.Length, columns.Reopenings.Values.Length));
        Assert.Equal((null, null, null), (columns[1].Updated, columns[1].Replied, columns[1].Reopenings));
    }

    [Fact]
    public void From_UpdateFarAway_IsABadRowAndNegativeReopeningsAreRefused()
    {
        var start = Instant.FromUtc(2021, 3, 29, 0, 0);

        var table = CaseTable.From([new CaseRecord(start) { Updated = Instant.FromUtc(9999, 1, 1, 0, 0) }], CampaignCalendars.Utc);

        Assert.Equal("line 1: updated '9999-01-01T00:00:00Z': must lie between 1900-01-01 and 2200-01-01", Assert.Single(table.BadRows).ToString());
        Assert.Throws<ArgumentException>(() => new CaseRecord(start) { Reopenings = -1 });
    }

    [Fact]
    public void Read_QuoteNeverClosed_EndsTheReading()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("c-1,2021-03-29,,,,,,\nc-2,2021-03-29,,\"water,,,,\nc-3,2021-03-29,,,,,,\n"));

        Assert.Equal("The quote opened on line 3 is not closed up to the end of the file.", error.Message);
    }

    [Theory]
    [InlineData("c-1,1899-12-31,,", "opened '1899-12-31'")]
    [InlineData("c-1,2021-03-29,9999-12-31,", "closed '9999-12-31'")]
    [InlineData("c-1,2021-03-29,9999-12-31T23:59:59,", "closed '9999-12-31T23:59:59'")]
    [InlineData("c-1,2021-03-29,2200-01-02T00:00:00.5,", "closed '2200-01-02T00:00:00.5'")]
    [InlineData("c-1,2021-03-29,9999-12-31T23:59:59Z,", "closed '9999-12-31T23:59:59Z'")]
    [InlineData("c-1,-9998-01-01T00:00:00,,", "opened '-9998-01-01T00:00:00'")]
    public void Read_DateFarAway_IsABadCell(string row, string cell) =>
        Assert.Equal($"line 2: {cell}: must lie between 1900-01-01 and 2200-01-01", Assert.Single(Read($"{row},,,,\n").BadRows).ToString());

    [Fact]
    public void Read_DatesAtTheEnds_AreCasesWithEveryPeriod()
    {
        var table = Read("c-1,1900-01-01,2200-01-01T23:59,,,,,\nc-2,2200-01-01,,,,,,\n");

        Assert.Equal(2, table.Count);
        foreach (var period in new[] { Dimension.Every(PeriodRule.Day), Dimension.Week, Dimension.Month })
            Assert.Equal(2, table.CountBy([period]).Count);
    }

    [Fact]
    public void From_TimesFarAway_AreBadRows()
    {
        var record = new CaseRecord(Instant.FromUtc(2021, 3, 29, 0, 0));
        var table = CaseTable.From([record with { Due = Instant.MaxValue }, record with { Closed = Instant.FromUtc(9999, 12, 31, 0, 0) }, new CaseRecord(Instant.MinValue)], CampaignCalendars.Shanghai);

        Assert.Equal(["due", "closed", "opened"], table.BadRows.Select(r => Assert.Single(r.Cells).Column));
    }

    [Fact]
    public void Read_CharactersThatSteerATerminal_AreWrittenAsCodes()
    {
        var row = Assert.Single(Read($"c-1,\u001B[31msoon\u202E\u0085,{new string('x', 300)},,,,,\n").BadRows);

        Assert.Equal("\u001B[31msoon\u202E\u0085", row.Cells[0].Value);
        Assert.StartsWith("line 2: opened '\\u001B[31msoon\\u202E\\u0085': must be a date", row.ToString(), StringComparison.Ordinal);
        Assert.Contains($"closed '{new string('x', 100)}…': must", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderThatSteersATerminal_IsWrittenAsCodes()
    {
        using var reader = new StringReader("\u001B[2Jopened,\uD83D\uDE00\n");

        Assert.Contains("which has \\u001B[2Jopened, \uD83D\uDE00", Assert.Throws<DefinitionException>(() => CaseTable.Read(reader, Map)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RepeatedId_CountsOnceAndIsReported()
    {
        var table = Read("c-1,2021-03-29,,water,,,,\nc-2,2021-03-29,,,,,,\nc-1,2021-03-30,,housing,,,,\n");

        Assert.Equal(2, table.Count);
        Assert.Equal("water", table.Cases.First().Unit);
        Assert.Equal(new RepeatedCase(4, "c-1", 2), Assert.Single(table.RepeatedCases));
        Assert.Equal(3, table.RowsRead);
    }

    [Fact]
    public void Read_AsManyBadRowsAsAllowed_IsRead() =>
        Assert.Equal(2, Read("c-1,x,,,,,,\nc-2,x,,,,,,\nc-3,2021-03-29,,,,,,\n", Map with { BadRowLimit = 2 }).BadRows.Count);

    [Fact]
    public void Read_MoreBadRowsThanAllowed_Stops()
    {
        var error = Assert.Throws<BadRowsException>(() => Read("c-1,x,,,,,,\nc-2,x,,,,,,\n", Map with { BadRowLimit = 1 }));

        Assert.Equal([2L, 3L], error.Rows.Select(r => r.Line));
        Assert.StartsWith("More than 1 bad row. The first are:", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 3: opened 'x': must be a date", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DateOfAnotherForm_IsToldAnExampleOfThose()
    {
        using var reader = new StringReader("when\n2021-03-29\n");

        var table = CaseTable.Read(reader, CsvMap.Parse("opened=when") with { DateFormats = ["dd'.'MM'.'uuuu", "d'.'M'.'uuuu"] });

        Assert.Equal("line 2: when '2021-03-29': must be a date like 29.03.2021 or 29.3.2021, or with Z or an offset", Assert.Single(table.BadRows).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n  \r\n\n")]
    [InlineData("\ufeff\n")]
    public void Read_NothingButBlankLines_SaysThatTheFileIsEmpty(string text)
    {
        using var reader = new StringReader(text);

        Assert.Equal("The file is empty.", Assert.Throws<InvalidDataException>(() => CaseTable.Read(reader, Map)).Message);
    }

    [Theory]
    [InlineData("\ufeffwhen,unit\n2021-03-29,a\n")]
    [InlineData("\ufeff\"when\",unit\n2021-03-29,a\n")]
    [InlineData("\n \nwhen,unit\n2021-03-29,a\n")]
    public void Read_MarkOrBlankLinesBeforeTheHeader_AreNoPartOfIt(string text)
    {
        using var reader = new StringReader(text);

        Assert.Equal("a", Assert.Single(CaseTable.Read(reader, CsvMap.Parse("opened=when,unit=unit")).Cases).Unit);
    }

    [Theory]
    [InlineData("id;opened;closed", "';'")]
    [InlineData("id\topened\tclosed,or not", "tabs")]
    [InlineData("opened date,b;c", "';'")]
    [InlineData("when,to,whom;why", null)]
    [InlineData("when,to,whom", null)]
    [InlineData("id\topened\tclosed", "tabs")]
    [InlineData("id|a;b|opened|closed", "'|'")]
    [InlineData("id", null)]
    public void Read_HeaderOfOtherSeparators_NamesThem(string header, string? separator)
    {
        using var reader = new StringReader($"{header}\n1;2;3\n");

        var flaws = Assert.Throws<DefinitionException>(() => CaseTable.Read(reader, Map)).Flaws;

        if (separator is null)
            Assert.All(flaws, f => Assert.NotEqual("header", f.Path));
        else
            Assert.Equal(new DefinitionFlaw("header", header, $"must name columns parted by commas, but seems to part them by {separator}; save the file as CSV with commas"), flaws[0]);
        Assert.Equal(header.Contains(',', StringComparison.Ordinal) || separator is null, flaws.Any(f => f.Path == "opened"));
    }

    [Fact]
    public void Read_ColumnWhoseNameHoldsASemicolon_IsACaseForTheMap()
    {
        using var reader = new StringReader("when; local\n2021-03-29\n");

        Assert.Equal(1, CaseTable.Read(reader, CsvMap.Parse("opened=when; local")).Count);
    }

    [Fact]
    public void Read_HeaderOfManyLongNames_IsToldInPart()
    {
        using var reader = new StringReader(string.Join(',', Enumerable.Range(0, 60).Select(i => $"{i}{new string('x', 200)}")));

        var flaw = Assert.Single(Assert.Throws<DefinitionException>(() => CaseTable.Read(reader, CsvMap.Parse("opened=when"))).Flaws);

        Assert.StartsWith($"must be one column of the file, which has 0{new string('x', 99)}…, 1", flaw.Rule, StringComparison.Ordinal);
        Assert.EndsWith("x… and 10 more", flaw.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderWithoutTheColumns_ListsAll()
    {
        using var reader = new StringReader("id,opened,closed,unit,unit,contacted,resolved,rating\n");

        var error = Assert.Throws<DefinitionException>(() => CaseTable.Read(reader, Map));

        Assert.Contains(error.Flaws, p => p.Path == "category" && p.Value == "about" && p.Rule.StartsWith("must be one column of the file, which has ", StringComparison.Ordinal));
        Assert.Equal(2, error.Flaws.Count);
    }

    [Fact]
    public void Read_File_IsReadFromDisk()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{nameof(CaseTableTests)}-{Environment.ProcessId}.csv");
        try
        {
            File.WriteAllText(path, "\uFEFFopened ,x\r\n2021-03-29,\r\n");

            Assert.Equal(1, CaseTable.Read(path, CsvMap.Parse("opened=opened")).Count);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CaseTable Read(string rows, CsvMap? map = null)
    {
        using var reader = new StringReader(Header + rows);
        return CaseTable.Read(reader, map ?? Map);
    }
}
