using CampaignKit.Calendars;

namespace CampaignKit.Grievances.Tests;

public sealed class ReadmeTests
{
    private const string Csv =
        """
        nr,opened,closed,agency,contacted,solved,answer
        1,2021-03-29,2021-03-30,water,yes,yes,satisfied
        2,2021-03-29,2021-04-01,housing,yes,no,basically satisfied
        3,2021-03-30,,water,,,
        4,2021-03-30,soon,water,,,
        """;

    [Fact]
    public void FirstExample_OfTheReadme_PrintsWhatItSays()
    {
        Assert.Contains($"// {Rate.Of(198_883, 205_500, "rated cases")}", Readme, StringComparison.Ordinal);
        Assert.Contains($"// {Rate.NoData("rated cases")}", Readme, StringComparison.Ordinal);

        Assert.Contains($"```csv\n{Csv.ReplaceLineEndings("\n")}\n```", Readme, StringComparison.Ordinal);

        using var file = new StringReader(Csv);
        var map = CsvMap.Parse("id=nr,opened=opened,closed=closed,unit=agency,contacted=contacted,resolved=solved,rating=answer")
            with { Calendar = CampaignCalendar.In("Asia/Shanghai") };
        CaseTable cases = CaseTable.Read(file, map);
        SatisfactionReport report = cases.Summarise(by: [Dimension.Unit], SatisfactionDefinition.ThreeRates);

        Assert.StartsWith("line 5: closed 'soon': must be a date like ", Assert.Single(cases.BadRows).ToString(), StringComparison.Ordinal);
        Assert.Contains(CaseTable.From(cases.Cases, cases.Calendar).Summarise([], SatisfactionDefinition.ThreeRates).Total.ToString().ReplaceLineEndings("\n"), Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_OfTheReadme_AreUsable()
    {
        var json = Readme.Split("```json\n");

        Assert.Equal("three rates v1", SatisfactionDefinition.Parse(json[1].Split("```")[0]).ToString());
        Assert.Equal(["answer", "resolution"], ServiceTargets.Parse(json[2].Split("```")[0]).Clocks.Select(c => c.Name));
    }

    [Fact]
    public void Steps_OfTheReadme_AreThoseOfTheHotline()
    {
        var steps = Readme.Split("Its steps are ")[1].Split(", which")[0].Split('`').Where((_, i) => i % 2 == 1);

        Assert.Equal(CaseLife.Hotline.Transitions.Select(t => t.Action).Distinct(), steps);
    }

    private static string Readme { get; } =
        File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit.Grievances/README.md")).ReplaceLineEndings("\n");
}
