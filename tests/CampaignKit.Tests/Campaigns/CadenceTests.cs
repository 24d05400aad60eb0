using CampaignKit.Calendars;

namespace CampaignKit.Tests;

public sealed class CadenceTests
{
    public static TheoryData<string, Cadence> Texts => new()
    {
        { "any time", Cadence.AnyTime },
        { "once", Cadence.Once },
        { "once per team", Cadence.OncePerTeam },
        { "day", Cadence.OncePerDay },
        { "month", Cadence.TimesPer(1, PeriodRule.Month) },
        { "3 times a week", Cadence.TimesPer(3, PeriodRule.Week) },
        { "2 times a week from saturday 10:00", Cadence.TimesPer(2, PeriodRule.WeekFrom(NodaTime.IsoDayOfWeek.Saturday, new NodaTime.LocalTime(10, 0))) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TryParse_AText_GivesTheCadenceThatIsWrittenSo(string text, Cadence expected)
    {
        Assert.True(Cadence.TryParse(text, out var cadence));
        Assert.Equal(expected, cadence);
        Assert.Equal(text, expected.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("0 times a day")]
    [InlineData("-1 times a day")]
    [InlineData("two times a day")]
    [InlineData("3 times a fortnight")]
    [InlineData("3 times a once")]
    [InlineData("99999999999 times a day")]
    public void TryParse_AnythingElse_GivesNothing(string text)
    {
        Assert.False(Cadence.TryParse(text, out var cadence));
        Assert.Null(cadence);
    }
}
