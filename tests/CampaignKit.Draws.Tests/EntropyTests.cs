using System.Text.Json;
using NodaTime;

namespace CampaignKit.Draws.Tests;

public sealed class EntropyTests
{
    private const string Signature = "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126";

    [Fact]
    public void Chain_OfPublishedInfo_HasItsHashGenesisAndPeriod()
    {
        var published = Cases("drand-chain-info.json");
        foreach (var chain in Drand.Chains)
        {
            var info = published.Single(info => info.GetProperty("beaconID").GetString() == chain.BeaconId);
            Assert.Equal(info.GetProperty("hash").GetString(), chain.Hash.ToString());
            Assert.Equal(info.GetProperty("genesis_time").GetInt64(), chain.Genesis.ToUnixTimeSeconds());
            Assert.Equal(info.GetProperty("period").GetInt64(), chain.Period.TotalSeconds);
            Assert.Equal(info.GetProperty("public_key").GetString(), chain.PublicKey);
        }
    }

    [Fact]
    public void Round_OfPublishedBeacon_HasItsRandomness()
    {
        var stated = Cases("drand-beacons.json").Where(beacon => beacon.TryGetProperty("randomness", out _)).ToList();
        Assert.Equal(4, stated.Count);
        foreach (var beacon in stated)
        {
            var round = new DrandRound(beacon.GetProperty("round").GetInt64(), beacon.GetProperty("signature").GetString()!);
            Assert.Equal(beacon.GetProperty("randomness").GetString(), round.Randomness.ToString());
        }
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

    [Fact]
    public void Hold_AnotherRound_IsRefused() => Assert.Equal(
        "$.entropy.round: expected round 38, as locked; found round 55.",
        Refusal(new FutureDrandRound(Drand.Quicknet, 38), new DrandRound(55, Signature)).ToString());

    [Fact]
    public void Hold_RandomnessThatIsNotTheSignaturesHash_IsRefused() => Assert.Equal(
        "$.entropy.randomness",
        Refusal(new FutureDrandRound(Drand.Quicknet, 38), new DrandRound(38, Signature, new string('0', 64))).Path);

    [Fact]
    public void Hold_SignatureOfAnotherLength_IsRefused() => Assert.Equal(
        "$.entropy.signature",
        Refusal(new FutureDrandRound(Drand.Default, 38), new DrandRound(38, Signature)).Path);

    [Fact]
    public void Hold_AnotherSecret_IsRefused() => Assert.Equal(
        "$.entropy.secret",
        Refusal(Changning.Entropy, new OperatorReveal(new string('0', 64))).Path);

    [Fact]
    public void Hold_AnotherKindOfSource_IsRefused()
    {
        Assert.Equal("$.entropy.source", Refusal(Changning.Entropy, new DrandRound(38, Signature)).Path);
        Assert.Equal("$.entropy.source", Refusal(new FutureDrandRound(Drand.Quicknet, 38), Changning.Reveal).Path);
    }

    [Fact]
    public void Commitment_OfSecret_IsTheHashOfItsText() => Assert.Equal(Digest.Of(Changning.Secret), Changning.Entropy.Commitment);

    [Theory]
    [InlineData("")]
    [InlineData("5D41402abc4b2a76b9719d911017c592ae2f5f3b1d2c4e6a7b8c9d0e1f203142")]
    [InlineData("5d41")]
    public void Commitment_ToMalformedSecret_IsRefused(string secret) => Assert.Throws<FormatException>(() => OperatorCommitment.To(secret));

    private static Difference Refusal(FutureEntropy source, EntropyRecord record) => Assert.Throws<EntropyRefusedException>(() =>
        Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).AllowOverlap().Lock(source).Hold(record)).Difference;

    private static JsonElement[] Cases(string file) =>
        [.. JsonDocument.Parse(File.ReadAllText(SharedFiles.Beside($"Vectors/{file}"))).RootElement.GetProperty("cases").EnumerateArray()];
}
