using System.Text.Json;
using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class DrandTests
{
    private static readonly Dictionary<string, DrandScheme> Schemes = new DrandScheme[]
    {
        DrandScheme.PedersenChained, DrandScheme.UnchainedG1Rfc9380, new("pedersen-bls-unchained", 96, IsChained: false), new("bls-unchained-on-g1", 48, IsChained: false),
    }.ToDictionary(scheme => scheme.Id);

    [Fact]
    public void Chain_OfPublishedInfo_HasItsHashGenesisPeriodAndScheme()
    {
        Assert.Equal(Drand.Chains.Count, EntropyVectors.DrandChains.Length);
        foreach (var info in EntropyVectors.DrandChains)
        {
            var chain = Drand.Chains.Single(chain => chain.BeaconId == info.Said("beaconID"));
            Assert.Equal(info.Said("hash"), chain.Hash.ToString());
            Assert.Equal(info.GetProperty("genesis_time").GetInt64(), chain.Genesis.ToUnixTimeSeconds());
            Assert.Equal(info.GetProperty("period").GetInt64(), chain.Period.TotalSeconds);
            Assert.Equal(info.Said("public_key"), chain.PublicKey);
            Assert.Equal(info.Said("groupHash"), chain.GroupHash);
            Assert.Equal(info.Said("schemeID"), chain.SchemeId);
        }
    }

    [Fact]
    public void Round_OfPublishedBeacon_HasItsRandomness()
    {
        var stated = EntropyVectors.DrandBeacons.Where(beacon => beacon.Said("randomness") is not null).ToList();
        Assert.Equal(4, stated.Count);
        foreach (var beacon in stated)
            Assert.Equal(beacon.Said("randomness"), new DrandRound(beacon.GetProperty("round").GetInt64(), beacon.Said("signature")!).Randomness.ToString());
    }

    [Fact]
    public void Parse_OfPublishedBeacon_KeepsWhatItSays()
    {
        foreach (var beacon in EntropyVectors.DrandBeacons)
        {
            var round = DrandRound.Parse(beacon.GetRawText());
            Assert.Equal(beacon.GetProperty("round").GetInt64(), round.Round);
            Assert.Equal(beacon.Said("signature"), round.Signature);
            Assert.Equal(beacon.Said("previous_signature"), round.PreviousSignature);
            Assert.Equal(Digest.Of(Convert.FromHexString(round.Signature)), round.Randomness);
        }
    }

    [Fact]
    public void Check_OfPublishedBeacon_IsAsTheVectorsSay()
    {
        var checkedCases = 0;
        foreach (var beacon in EntropyVectors.DrandBeacons.Where(beacon => Schemes.ContainsKey(beacon.Said("scheme")!)))
        {
            var (info, round, known) = (EntropyVectors.DrandChains[0], DrandRound.Parse(beacon.GetRawText()), new KnownSignatures());
            var chain = new DrandChain("a chain", beacon.Said("public_key")!, info.Said("groupHash")!, Drand.Default.Genesis, Drand.Default.Period, Schemes[beacon.Said("scheme")!]);
            var future = new FutureDrandRound(chain, round.Round);

            Assert.Equal(Convert.ToHexStringLower(EntropyVectors.DrandMessage(beacon)), chain.MessageOf(round).ToString());
            Assert.Null(future.FirstDifference(round));
            Assert.Equal(beacon.GetProperty("valid").GetBoolean() ? null : "$.entropy.signature", future.FirstDifference(round, known)?.Path);
            Assert.Equal(EntropyCheck.SignatureChecked, future.LevelOf(round, known));
            Assert.Equal(EntropyCheck.HashAndTimeChecked, future.LevelOf(round, signatures: null));
            checkedCases += known.Asked;
        }

        Assert.Equal(7, checkedCases);
    }

    [Fact]
    public void Check_OfAnotherCurve_IsOfNoChainKnown()
    {
        var other = Assert.Single(EntropyVectors.DrandBeacons, beacon => !Schemes.ContainsKey(beacon.Said("scheme")!));

        Assert.Equal("bls-bn254-unchained-on-g1", other.Said("scheme"));
        Assert.All(Drand.Chains, chain => Assert.Equal(
            "$.entropy.signature",
            new FutureDrandRound(chain, 1).FirstDifference(DrandRound.Parse(other.GetRawText()))?.Path));
    }

    [Theory]
    [InlineData(-1_000_000_000, 1)]
    [InlineData(-1, 1)]
    [InlineData(0, 2)]
    [InlineData(2_999, 2)]
    [InlineData(3_000, 3)]
    [InlineData(3_001, 3)]
    public void FirstRoundAfter_AroundGenesis_IsDueStrictlyLater(long milliseconds, long round)
    {
        var instant = Drand.Quicknet.Genesis + Duration.FromMilliseconds(milliseconds);

        var source = Drand.Quicknet.FirstRoundAfter(instant);

        Assert.Equal(round, source.Round);
        Assert.True(source.Due > instant);
    }

    [Property]
    public bool FirstRoundAfter_AnyInstant_IsDueWithinAPeriod(uint milliseconds)
    {
        var instant = Drand.Quicknet.Genesis + Duration.FromMilliseconds(milliseconds);
        var wait = Drand.Quicknet.FirstRoundAfter(instant).Due - instant;
        return wait > Duration.Zero && wait <= Drand.Quicknet.Period;
    }

    [Theory]
    [InlineData("""{"round": 0, "signature": "00"}""", "$.round")]
    [InlineData("""{"round": 1.5, "signature": "00"}""", "$.round")]
    [InlineData("""{"signature": "00"}""", "$.round")]
    [InlineData("""{"round": 1}""", "$.signature")]
    [InlineData("""{"round": 1, "signature": "0"}""", "$.signature")]
    [InlineData("""{"round": 1, "signature": "AA"}""", "$.signature")]
    [InlineData("""{"round": 1, "signature": "aa", "randomness": "aa"}""", "$.randomness")]
    [InlineData("""{"round": 1, "signature": "aa", "previous_signature": ""}""", "$.previous_signature")]
    [InlineData("""{"round": 1, "signature": "aa", "signature": "aa"}""", "$")]
    [InlineData("[]", "$")]
    [InlineData("404 page not found", "$")]
    public void Parse_NoRound_NamesTheField(string json, string path) =>
        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => DrandRound.Parse(json)).Path);

    [Fact]
    public void Hold_AnotherRound_IsRefused() => Assert.Equal(
        "$.entropy.round: expected round 38, as locked; found round 55.",
        Refusal(Quicknet38, new DrandRound(55, EntropyVectors.Round38.Signature)).ToString());

    [Fact]
    public void Hold_RandomnessThatIsNotTheSignaturesHash_IsRefused() => Assert.Equal(
        "$.entropy.randomness",
        Refusal(Quicknet38, new DrandRound(38, EntropyVectors.Round38.Signature, new string('0', 64))).Path);

    [Fact]
    public void Hold_RoundOfAnotherChain_IsRefusedByTheLengthOfItsSignature() => Assert.Equal(
        "$.entropy.signature: expected 96 bytes, as drand default signs; found 48 bytes.",
        Refusal(new FutureDrandRound(Drand.Default, 38), EntropyVectors.Round38).ToString());

    [Fact]
    public void Hold_PreviousSignatureOfAnUnchainedRound_IsRefused() => Assert.Equal(
        "$.entropy.previousSignature",
        Refusal(Quicknet38, WithPrevious(EntropyVectors.Round38, EntropyVectors.Round38.Signature)).Path);

    [Fact]
    public void Hold_PreviousSignatureOfRoundOne_IsTheGroupsHash()
    {
        var first = DrandRound.Parse(EntropyVectors.DrandBeacons[0].GetRawText());
        var future = new FutureDrandRound(Drand.Default, 1);

        Assert.Null(future.FirstDifference(first));
        Assert.Equal("$.entropy.previousSignature", Refusal(future, WithPrevious(first, first.Signature)).Path);
    }

    [Fact]
    public void Hold_PreviousSignatureOfAnotherLength_IsRefused()
    {
        var beacon = EntropyVectors.DrandBeacons.Single(beacon => beacon.GetProperty("round").GetInt64() == 2_634_945);
        var round = DrandRound.Parse(beacon.GetRawText());

        Assert.Equal(
            "$.entropy.previousSignature: expected 96 bytes, as drand default signs; found 95 bytes.",
            Refusal(new FutureDrandRound(Drand.Default, round.Round), WithPrevious(round, round.PreviousSignature![2..])).ToString());
    }

    [Fact]
    public void Hold_AnotherSecret_IsRefused() => Assert.Equal(
        "$.entropy.secret",
        Refusal(Changning.Entropy, new OperatorReveal(new string('0', 64))).Path);

    [Fact]
    public void Hold_AnotherKindOfSource_IsRefused()
    {
        FutureEntropy[] sources = [Quicknet38, EntropyVectors.FuturePulse, Changning.Entropy, AnnouncedNumbersTests.Lotto];
        EntropyRecord[] records = [EntropyVectors.Round38, EntropyVectors.Pulse, Changning.Reveal, new AnnouncedNumbers(4, 8, 15, 16, 23, 42)];
        for (var i = 0; i < sources.Length; i++)
        {
            for (var j = 0; j < records.Length; j++)
                Assert.Equal(i == j ? null : "$.entropy.source", sources[i].FirstDifference(records[j])?.Path);
        }
    }

    [Fact]
    public void Commitment_OfSecret_IsTheHashOfItsText() => Assert.Equal(Digest.Of(Changning.Secret), Changning.Entropy.Commitment);

    [Theory]
    [InlineData("")]
    [InlineData("5D41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142")]
    [InlineData("5d41")]
    public void Commitment_ToMalformedSecret_IsRefused(string secret) => Assert.Throws<FormatException>(() => OperatorCommitment.To(secret));

    [Fact]
    public void Due_HighestRoundOfEveryChain_IsATime() =>
        Assert.All(Drand.Chains, chain => Assert.True(new FutureDrandRound(chain, FutureDrandRound.MaxRound).Due < NodaTime.Instant.MaxValue));

    private static FutureDrandRound Quicknet38 => new(Drand.Quicknet, 38);

    private static DrandRound WithPrevious(DrandRound round, string previous) => new(round.Round, round.Signature, round.Randomness.ToString(), previous);

    private static Difference Refusal(FutureEntropy source, EntropyRecord record) => Assert.Throws<EntropyRefusedException>(() =>
        Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).AllowOverlap().Lock(source).Hold(record)).Difference;
}
