using NodaTime;

namespace CampaignKit.Calendars.Tests;

public sealed class PeriodRuleTests
{
    [Theory]
    [InlineData("day", "day")]
    [InlineData("Week", "week")]
    [InlineData("month", "month")]
    [InlineData("week from monday", "week")]
    [InlineData("week from Saturday", "week from saturday")]
    [InlineData("week from saturday 10:00", "week from saturday 10:00")]
    public void Parse_Rule_HasTheTextForm(string text, string form) => Assert.Equal(form, PeriodRule.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("fortnight")]
    [InlineData("week from")]
    [InlineData("week from someday")]
    [InlineData("week from saturday 25:00")]
    [InlineData("week from saturday 10:00:30")]
    [InlineData("week from saturday at ten")]
    [InlineData("week from saturday\n")]
    [InlineData(" week")]
    public void Parse_NoRule_NamesTextAndForms(string text)
    {
        var error = Assert.Throws<FormatException>(() => PeriodRule.Parse(text));

        Assert.Contains($"'{text}' is not a period: write 'day', 'week', 'month', 'week from saturday'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeekFrom_NoDayOrOddTime_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodRule.WeekFrom(IsoDayOfWeek.None));
        Assert.Throws<ArgumentException>(() => PeriodRule.WeekFrom(IsoDayOfWeek.Friday, new LocalTime(10, 0, 30)));
    }

    [Fact]
    public void WeekFrom_Monday_IsTheIsoWeek()
    {
        Assert.Equal(PeriodRule.Week, PeriodRule.WeekFrom(IsoDayOfWeek.Monday));
        Assert.NotEqual(PeriodRule.Week, PeriodRule.WeekFrom(IsoDayOfWeek.Monday, LocalTime.Midnight));
    }

    [Property(Arbitrary = [typeof(Calendars)])]
    public void Parse_TextOfARule_IsTheRule(PeriodRule rule) => Assert.Equal(rule, PeriodRule.Parse(rule.ToString()));
}
