using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class LateEntropyTests
{
    private const string Reason = "drand did not speak for an hour (状态 503)";

    private static readonly FutureDrandRound First = new(Drand.Quicknet, 38);

    private static readonly FutureNumbers Second = new("lotto", 2, 1, 49, First.Due!.Value + Duration.FromHours(20));

    private static readonly AnnouncedNumbers Numbers = new(7, 9);

    private static readonly LateEntropy Late = new(Duration.FromHours(1), Second);

    private readonly LockedDraw _locked = Plan().Lock(First, Late);

    [Fact]
    public void Hold_FirstSource_NeedsNoReason()
    {
        var transcript = _locked.Hold(EntropyVectors.Round38).Transcript;

        Assert.Null(transcript.LateReason);
        Assert.DoesNotContain("lateReason", transcript.ToJson(), StringComparison.Ordinal);
        Assert.Equal(EntropyCheck.HashAndTimeChecked, DrawVerifier.Verify(transcript).Entropy);
    }

    [Fact]
    public void Hold_LateSource_RecordsTheReasonAndIsVerifiedByIt()
    {
        var transcript = _locked.Hold(Numbers, Reason).Transcript;

        var check = DrawVerifier.Verify(transcript);

        Assert.Equal((true, EntropyCheck.Recorded, Reason), (check.IsValid, check.Entropy, check.LateReason));
        Assert.Contains($"randomness of the late source, because '{Reason}'", check.ToString(), StringComparison.Ordinal);
        Assert.Equal(Reason, Transcript.Parse(transcript.ToJson()).WithoutPools().LateReason);
        Assert.True(DrawVerifier.Verify(Transcript.Parse(transcript.ToJson())).IsValid);
    }

    [Fact]
    public void Hold_LateSourceWithoutReason_IsRefused() => Assert.Equal(
        "$.lateReason: expected why the first source did not speak, as this is the randomness of the late one; found nothing.",
        Refusal(() => _locked.Hold(Numbers)).ToString());

    [Fact]
    public void Hold_FirstSourceWithReason_IsRefused() => Assert.Equal(
        $"$.lateReason: expected nothing, as this is the randomness of the first source; found '{Reason}'.",
        Refusal(() => _locked.Hold(EntropyVectors.Round38, Reason)).ToString());

    [Fact]
    public void Hold_ReasonWithoutLateSource_IsRefused() => Assert.Equal(
        "$.lateReason",
        Refusal(() => Plan().Lock(First).Hold(EntropyVectors.Round38, Reason)).Path);

    [Fact]
    public void Lock_LateBeyondAllTimes_IsRefused()
    {
        var last = new FutureNumbers("lotto", 2, 1, 49, Instant.FromUtc(9999, 12, 31, 23, 0));
        var json = Plan().Lock(last, new LateEntropy(Duration.FromMinutes(1), Changning.Entropy)).Manifest.ToString().Replace("\"after\":60", "\"after\":3600", StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => Plan().Lock(last, new LateEntropy(Duration.FromHours(1), Changning.Entropy)));
        Assert.Equal("$.late", Assert.Throws<DrawDocumentException>(() => Manifest.Parse(json)).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void Hold_ReasonMalformed_IsRefused(string reason) => Assert.Equal("$.lateReason", Refusal(() => _locked.Hold(Numbers, reason)).Path);

    [Fact]
    public void Hold_ReasonOfHalfASurrogatePair_IsRefused() => Assert.Equal("$.lateReason", Refusal(() => _locked.Hold(Numbers, "half a pair \ud800")).Path);

    [Fact]
    public void Hold_NeitherSource_NamesTheDifferenceFromTheOneAsked()
    {
        Assert.Equal("$.entropy.round", Refusal(() => _locked.Hold(new DrandRound(39, EntropyVectors.Round38.Signature))).Path);
        Assert.Equal("$.entropy.numbers[1]", Refusal(() => _locked.Hold(new AnnouncedNumbers(7, 50), Reason)).Path);
    }

    [Fact]
    public void Hold_RecordThatFitsBoth_IsDecidedByTheReason()
    {
        var first = new FutureNumbers("morning", 2, 1, 49, First.Due!.Value);
        var locked = Plan().Lock(first, new LateEntropy(Duration.FromHours(1), Second));

        Assert.Null(locked.Hold(Numbers).Transcript.LateReason);
        Assert.Equal(Reason, locked.Hold(Numbers, Reason).Transcript.LateReason);
    }

    [Theory]
    [InlineData("\"lateReason\": ", "\"lateReason\": 7, \"x\": ", "$.x")]
    [InlineData("\"lateReason\": \"", "\"lateReason\": \"\\n", "$.lateReason")]
    [InlineData("\"after\": 3600", "\"after\": 3601", "$.manifestDigest")]
    [InlineData("\"after\": 3600", "\"after\": 0", "$.manifest.late.after")]
    [InlineData("\"after\": 3600", "\"after\": 31622401", "$.manifest.late.after")]
    [InlineData("\"after\": 3600", "\"after\": 72001", "$.manifest.late")]
    public void Verify_FieldChanged_NamesIt(string from, string to, string path)
    {
        var json = _locked.Hold(Numbers, Reason).Transcript.ToJson();
        Assert.Contains(from, json, StringComparison.Ordinal);

        Assert.Equal(path, VerifyText(json.Replace(from, to, StringComparison.Ordinal)).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_ReasonWithoutLateSource_IsInvalid()
    {
        var json = Plan().Lock(First).Hold(EntropyVectors.Round38).Transcript.ToJson();

        Assert.Equal("$.lateReason", VerifyText(json.Replace("\n  \"seed\"", "\n  \"lateReason\": \"none\", \"seed\"", StringComparison.Ordinal)).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_ReasonAddedToTheFirstSources_IsInvalid()
    {
        var json = _locked.Hold(EntropyVectors.Round38).Transcript.ToJson();

        Assert.Equal("$.lateReason", VerifyText(json.Replace("\n  \"seed\"", "\n  \"lateReason\": \"none\", \"seed\"", StringComparison.Ordinal)).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_ReasonTakenAway_IsInvalid()
    {
        var json = _locked.Hold(Numbers, Reason).Transcript.ToJson();

        Assert.Equal("$.lateReason", VerifyText(json.Replace($"  \"lateReason\": \"{Reason}\",\n", "", StringComparison.Ordinal)).FirstDifference?.Path);
    }

    [Fact]
    public void Decides_OfSources_IsTheirDueTimeAndTheDelay()
    {
        Assert.Equal((First.Due, Second.Due), (_locked.Manifest.DecidesFrom, _locked.Manifest.LateDecidesFrom));
        var behind = Plan().Lock(First, new LateEntropy(Duration.FromHours(1), Changning.Entropy)).Manifest;
        Assert.Equal(First.Due + Duration.FromHours(1), behind.LateDecidesFrom);
        Assert.Equal((First.Due, null), (Plan().Lock(First).Manifest.DecidesFrom, Plan().Lock(First).Manifest.LateDecidesFrom));
        Assert.Null(Plan().Lock(Changning.Entropy).Manifest.DecidesFrom);
    }

    [Fact]
    public void Manifest_WithLateSource_IsReadAsWritten()
    {
        var manifest = Manifest.Parse(_locked.Manifest.ToString());

        Assert.Equal(Late, manifest.Late);
        Assert.Equal(_locked.Manifest.Digest, manifest.Digest);
    }

    [Fact]
    public void Late_DelayOutOfRangeOrBroken_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LateEntropy(Duration.Zero, Second));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LateEntropy(Duration.FromDays(366) + Duration.FromSeconds(1), Second));
        Assert.Throws<ArgumentException>(() => new LateEntropy(Duration.FromMilliseconds(1_500), Second));
        Assert.Equal(Duration.FromDays(366), new LateEntropy(Duration.FromDays(366), Changning.Entropy).After);
    }

    [Fact]
    public void Lock_LateSourceBehindOneWithoutDueTime_IsRefused() => Assert.Throws<ArgumentException>(() => Plan().Lock(Changning.Entropy, Late));

    [Fact]
    public void Lock_LateSourceKnownBeforeItDecides_IsRefused()
    {
        var decides = First.Due!.Value + Late.After;

        Assert.Throws<ArgumentException>(() => Plan().Lock(First, new LateEntropy(Late.After, Drand.Quicknet.FirstRoundAfter(First.Due.Value))));
        Assert.Throws<ArgumentException>(() => Plan().Lock(First, new LateEntropy(Late.After, First)));
        Assert.NotNull(Plan().Lock(First, new LateEntropy(Late.After, Drand.Default.FirstRoundAfter(decides))));
    }

    private static DrawPlan Plan() => Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).AllowOverlap();

    private static Difference Refusal(Action hold) => Assert.Throws<EntropyRefusedException>(hold).Difference;

    private static Verification VerifyText(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return DrawVerifier.Verify(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
