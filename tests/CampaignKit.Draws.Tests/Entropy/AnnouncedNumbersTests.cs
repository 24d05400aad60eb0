using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class AnnouncedNumbersTests
{
    internal static readonly FutureNumbers Lotto = new("双色球 2021-037", 6, 1, 49, Instant.FromUtc(2021, 4, 5, 13, 15));

    [Fact]
    public void Randomness_OfNumbers_IsTheHashOfTheirText() => Assert.Equal(Digest.Of("4 8 15 16 23 42"), new AnnouncedNumbers(4, 8, 15, 16, 23, 42).Randomness);

    [Fact]
    public void Randomness_OfAnotherOrder_IsAnother() => Assert.NotEqual(new AnnouncedNumbers(1, 2), new AnnouncedNumbers(2, 1));

    [Fact]
    public void Equality_OfTheSameNumbers_Holds()
    {
        var (one, other) = (new AnnouncedNumbers(6, 6, 1), new AnnouncedNumbers(6, 6, 1));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Verify_NumbersOfTheEvent_SaysRecorded()
    {
        var result = Plan().Lock(Lotto).Hold(new AnnouncedNumbers(4, 8, 15, 16, 23, 42));

        var check = DrawVerifier.Verify(result.Transcript);

        Assert.Equal((true, EntropyCheck.Recorded), (check.IsValid, check.Entropy));
        Assert.Contains("randomness only recorded", check.ToString(), StringComparison.Ordinal);
        Assert.Equal(result.Transcript.Entropy, Transcript.Parse(result.Transcript.ToJson()).Entropy);
        Assert.Equal(Lotto, Manifest.Parse(result.Transcript.Manifest.ToString()).Entropy);
    }

    [Theory]
    [InlineData(new long[] { 4, 8, 15, 16, 23 }, "$.entropy.numbers: expected 6 numbers, as locked; found 5.")]
    [InlineData(new long[] { 4, 8, 15, 16, 23, 42, 7 }, "$.entropy.numbers: expected 6 numbers, as locked; found 7.")]
    [InlineData(new long[] { 4, 8, 0, 16, 23, 42 }, "$.entropy.numbers[2]: expected a number from 1 to 49, as locked; found 0.")]
    [InlineData(new long[] { 4, 8, 15, 16, 23, 50 }, "$.entropy.numbers[5]: expected a number from 1 to 49, as locked; found 50.")]
    public void Hold_NumbersThatCannotBe_IsRefused(long[] numbers, string difference) => Assert.Equal(
        difference,
        Assert.Throws<EntropyRefusedException>(() => Plan().Lock(Lotto).Hold(new AnnouncedNumbers(numbers))).Difference.ToString());

    [Fact]
    public void Numbers_NoneTooManyOrOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnnouncedNumbers());
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnnouncedNumbers(new long[AnnouncedNumbers.MaxCount + 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnnouncedNumbers(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnnouncedNumbers(AnnouncedNumbers.MaxNumber + 1));
        Assert.Equal(AnnouncedNumbers.MaxCount, new AnnouncedNumbers(new long[AnnouncedNumbers.MaxCount]).Numbers.Count);
    }

    [Fact]
    public void Future_Malformed_IsRefused()
    {
        var due = Lotto.DueTime;
        Assert.Throws<ArgumentException>(() => new FutureNumbers("", 6, 1, 49, due));
        Assert.Throws<ArgumentException>(() => new FutureNumbers("a\nb", 6, 1, 49, due));
        Assert.Throws<ArgumentException>(() => new FutureNumbers("a\ud800", 6, 1, 49, due));
        Assert.Throws<ArgumentException>(() => new FutureNumbers(new string('a', 257), 6, 1, 49, due));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FutureNumbers("e", 0, 1, 49, due));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FutureNumbers("e", 1_001, 1, 49, due));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FutureNumbers("e", 1, -1, 49, due));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FutureNumbers("e", 1, 7, 7, due));
        Assert.Throws<ArgumentException>(() => new FutureNumbers("e", 1, 1, 6, due + Duration.FromMilliseconds(1)));
    }

    [Theory]
    [InlineData("\"count\":6", "\"count\":0", "$.entropy.count")]
    [InlineData("\"from\":1", "\"from\":-1", "$.entropy.from")]
    [InlineData("\"from\":1", "\"from\":49", "$.entropy.to")]
    [InlineData("13:15:00Z", "13:15:00.5Z", "$.entropy.due")]
    [InlineData("13:15:00Z", "13:15:00+01", "$.entropy.due")]
    [InlineData("双色球 2021-037", "", "$.entropy.event")]
    [InlineData("\"count\":6,", "\"count\":6,\"place\":\"here\",", "$.entropy.place")]
    [InlineData("announced-numbers", "lottery", "$.entropy.source")]
    public void Manifest_FieldChanged_NamesIt(string from, string to, string path)
    {
        var json = Plan().Lock(Lotto).Manifest.ToString();
        Assert.Contains(from, json, StringComparison.Ordinal);

        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => Manifest.Parse(json.Replace(from, to, StringComparison.Ordinal))).Path);
    }

    [Theory]
    [InlineData("[ ]", "$.entropy.numbers")]
    [InlineData("[1, \"2\"]", "$.entropy.numbers[1]")]
    [InlineData("[1.0]", "$.entropy.numbers[0]")]
    [InlineData("7", "$.entropy.numbers")]
    public void Transcript_NumbersMalformed_NamesTheField(string numbers, string path)
    {
        var json = Plan().Lock(Lotto).Hold(new AnnouncedNumbers(4, 8, 15, 16, 23, 42)).Transcript.ToJson();
        var start = json.IndexOf("\"numbers\": [", StringComparison.Ordinal) + "\"numbers\": ".Length;
        var end = json.IndexOf(']', start) + 1;

        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => Transcript.Parse(json[..start] + numbers + json[end..])).Path);
    }

    private static DrawPlan Plan() => Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).AllowOverlap();
}
