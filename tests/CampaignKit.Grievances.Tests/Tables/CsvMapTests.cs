using NodaTime.Text;

namespace CampaignKit.Grievances.Tests;

public sealed class CsvMapTests
{
    [Fact]
    public void Parse_Text_MapsFieldsToColumns()
    {
        var map = CsvMap.Parse("opened=created_date, closed = closed date,unit=a=b");

        Assert.Equal("created_date", map.Columns[CaseField.Opened]);
        Assert.Equal("closed date", map.Columns[CaseField.Closed]);
        Assert.Equal("a=b", map.Columns[CaseField.Unit]);
        Assert.Equal(3, map.Columns.Count);
    }

    [Fact]
    public void Parse_BrokenText_ListsEveryFlaw()
    {
        var error = Assert.Throws<DefinitionException>(() => CsvMap.Parse("open=created,closed,unit=a,unit=b,category="));

        Assert.Equal(
            [
                "open: created: is no field; there is id, opened, closed, unit, category, contacted, resolved, rating, status, due, updated, replied, reopenings",
                "closed: nothing: must be field=column",
                "unit: b: is mapped to a already",
                "category=: nothing: must be field=column",
            ],
            error.Flaws.Select(f => f.ToString()));
    }

    [Fact]
    public void Parse_WithoutOpened_IsRefused() =>
        Assert.Equal("opened: nothing: must be mapped: a case begins at some time", Assert.Single(Assert.Throws<DefinitionException>(() => CsvMap.Parse("unit=a")).Flaws).ToString());

    [Fact]
    public void New_WithoutOpenedOrWithBlankColumn_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new CsvMap(new Dictionary<CaseField, string> { [CaseField.Unit] = "unit" }));
        Assert.Throws<ArgumentException>(() => new CsvMap(new Dictionary<CaseField, string> { [CaseField.Opened] = " " }));
    }

    [Fact]
    public void With_BadSettings_AreRefused()
    {
        var map = CsvMap.Parse("opened=opened");

        Assert.Throws<ArgumentException>(() => map with { BadRowLimit = -1 });
        Assert.Throws<ArgumentException>(() => map with { DateFormats = [] });
        Assert.Throws<InvalidPatternException>(() => map with { DateFormats = ["%"] });
    }
}
