using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tests;

public sealed class DefinitionTextTests
{
    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("PT2H", 7_200)]
    [InlineData("PT90M", 5_400)]
    [InlineData("P1DT30M", 88_200)]
    [InlineData("P30D", 2_592_000)]
    public void IsoDuration_AText_GivesItsSeconds(string text, int seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), IsoDuration.Read(text));

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("2H")]
    [InlineData("-PT2H")]
    [InlineData("PT-2H")]
    [InlineData("PT1.5H")]
    [InlineData("P1Y")]
    [InlineData("PT2H\n")]
    [InlineData("PT99999999999999999999H")]
    public void IsoDuration_AnythingElse_GivesNothing(string text) => Assert.Null(IsoDuration.Read(text));

    [Property]
    public void IsoDuration_AnyWholeSeconds_AreReadBack(FsCheck.NonNegativeInt seconds)
    {
        var duration = Duration.FromSeconds(seconds.Get * 7_919L % 2_592_001);

        Assert.Equal(duration, IsoDuration.Read(IsoDuration.Format(duration)));
    }

    [Fact]
    public void Wording_EveryChoice_HasAWordThatIsReadBack()
    {
        Assert.All(Enum.GetValues<TiePolicy>(), v => Assert.Equal(v, DrawWording.Ties.Read(DrawWording.Ties.WordFor(v))));
        Assert.All(Enum.GetValues<OverlapPolicy>(), v => Assert.Equal(v, DrawWording.Overlap.Read(DrawWording.Overlap.WordFor(v))));
        Assert.All(Enum.GetValues<Population>(), v => Assert.Equal(v, DrawWording.Population.Read(DrawWording.Population.WordFor(v))));
    }

    [Theory]
    [InlineData("stich", "did you mean \"stitch\"? Known: stitch, piece")]
    [InlineData("STITCH", "did you mean \"stitch\"? Known: stitch, piece")]
    [InlineData("pieec", "did you mean \"piece\"? Known: stitch, piece")]
    [InlineData("minute", "known: stitch, piece")]
    [InlineData("", "known: stitch, piece")]
    public void Hint_AnUnknownWord_NamesTheLikelyAndTheKnown(string word, string hint) =>
        Assert.Equal(hint, Spelling.Hint(word, ["stitch", "piece"]));

    [Fact]
    public void Hint_WhereNothingIsKnown_SaysSo() => Assert.Equal("there are none", Spelling.Hint("stitch", []));

    [Fact]
    public void FormatNumber_LongerThanTheDigits_IsWrittenInFull()
    {
        var campaign = Campaign.Define("tiny", 1).In("UTC").From(2021, 3, 25).To(2021, 3, 25).NumberDigits(3).Build();

        Assert.Equal(["007", "12000"], [campaign.FormatNumber(7), campaign.FormatNumber(12_000)]);
        Assert.Throws<ArgumentException>(() => campaign.FormatNumber(0));
    }
}
