namespace CampaignKit.Draws.Tests;

public sealed class SeedTests
{
    [Theory]
    [InlineData("")]
    [InlineData("5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f20314")]
    [InlineData("5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f2031422")]
    [InlineData("5D41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142")]
    [InlineData("0x41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142")]
    [InlineData("5d41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f20314\n")]
    public void Parse_SeedOfAnotherLengthOrDigits_IsRefusedWithTheRule(string text)
    {
        Assert.Contains("must be 64 lower-case hex digits", Assert.Throws<FormatException>(() => RuleSeed.Parse(text)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => new OperatorReveal(text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Digest_OfOtherThan32Bytes_IsRefused(int bytes) =>
        Assert.Contains($"these were {bytes}", Assert.Throws<ArgumentException>(() => new Digest(new byte[bytes])).Message, StringComparison.Ordinal);
}
