namespace CampaignKit.Draws.Tests;

public sealed class SuffixesTests
{
    [Property]
    public void FitEnd_AnyNumberAndSuffixes_EqualsEndsWith(byte[] digits, byte[] lengths, byte other)
    {
        var number = string.Concat(digits.Select(digit => (char)('0' + (digit % 2))).DefaultIfEmpty('1'));
        var suffixes = lengths.Select(length => number[^Math.Min(number.Length, (length % 12) + 1)..]).Append("01").Distinct().ToList();
        var tried = string.Concat(number.Select((digit, i) => i == other % number.Length ? '1' : digit));

        foreach (var text in (string[])[number, tried, number[^1..], "0", "11"])
            Assert.Equal(suffixes.Any(suffix => text.EndsWith(suffix, StringComparison.Ordinal)), new Suffixes(suffixes).FitEnd(System.Text.Encoding.ASCII.GetBytes(text)));
    }

    [Theory]
    [InlineData("123456789", "23456789", true)]
    [InlineData("123456789", "123456789", true)]
    [InlineData("123456789", "0123456789", false)]
    [InlineData("21", "021", false)]
    [InlineData("021", "021", true)]
    [InlineData("7", "7", true)]
    public void FitEnd_ZerosAndLengths_AreKept(string number, string suffix, bool fits) =>
        Assert.Equal(fits, new Suffixes([suffix]).FitEnd(System.Text.Encoding.ASCII.GetBytes(number)));
}
