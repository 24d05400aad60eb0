using System.Globalization;

namespace CampaignKit.Draws.Tests;

public sealed class SuffixOddsTests
{
    [Fact]
    public void CountIn_Pool_IsTheNumberOfWinners()
    {
        var rule = new NumberEndsWithRule("n", Changning.Numbers.Commitment, ["1921", "2021", "21", "0"]);
        var winners = rule.Draw(Changning.Numbers, RuleSeed.FromText("s"), new PrizeBook(OverlapPolicy.Allowed)).Winners.Count;

        Assert.Equal(winners, SuffixOdds.CountIn(Changning.Numbers, "1921", "2021", "21", "0"));
        Assert.Equal(winners, SuffixOdds.CountUpTo(12_000, 5, "1921", "2021", "21", "0"));
    }

    [Property]
    public void CountUpTo_AnySuffixes_AgreesWithCountingOneByOne(ushort last, byte[] ends)
    {
        var upTo = last % 3_000;
        string[] suffixes = [.. ends.Select((end, i) => string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "0" : "")}{end % 120}")).Append("7").Distinct().Take(6)];

        var numbers = Enumerable.Range(1, upTo).Select(number => number.ToString("D4", CultureInfo.InvariantCulture));
        var expected = numbers.Count(number => suffixes.Any(suffix => number.EndsWith(suffix, StringComparison.Ordinal)));

        Assert.Equal(expected, SuffixOdds.CountUpTo(upTo, 4, suffixes));
    }

    [Property]
    public void ExpectedAmong_AllNumbersOnce_IsTheirCount(byte[] ends)
    {
        string[] suffixes = [.. ends.Select((end, i) => string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "0" : "")}{end % 120}")).Append("7").Distinct().Take(6)];

        var counted = SuffixOdds.CountUpTo(9_999, 4, suffixes) + (suffixes.Any(suffix => suffix.All(digit => digit == '0')) ? 1 : 0);

        Assert.Equal(counted, SuffixOdds.ExpectedAmong(10_000, 4, suffixes), 1e-9);
    }

    [Fact]
    public void CountUpTo_SuffixLongerThanTheNumbers_FitsNone() => Assert.Equal(0, SuffixOdds.CountUpTo(999, 3, "0999"));

    [Fact]
    public void CountUpTo_SuffixOfZeros_DoesNotCountZero() => Assert.Equal(9, SuffixOdds.CountUpTo(99, 2, "0"));

    [Fact]
    public void CountUpTo_NumbersThatDoNotFitTheDigits_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SuffixOdds.CountUpTo(1_000, 3, "1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => SuffixOdds.CountUpTo(1, 19, "1"));
        Assert.Throws<ArgumentException>(() => SuffixOdds.CountUpTo(1, 1, "1", "1"));
        Assert.Throws<ArgumentException>(() => SuffixOdds.ExpectedAmong(-1, 1, "1"));
        Assert.Throws<ArgumentException>(() => SuffixOdds.CountIn(Changning.Messages, "1"));
    }
}
