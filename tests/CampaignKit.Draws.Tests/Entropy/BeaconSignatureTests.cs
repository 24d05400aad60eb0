namespace CampaignKit.Draws.Tests;

/// <summary>Verifications with signatures of drand, which need a default chain: the vectors have rounds of it, and one of a test network of quicknet.</summary>
public sealed class BeaconSignatureTests
{
    private static readonly DrandRound Chained = DrandRound.Parse(EntropyVectors.DrandBeacons.Single(beacon => beacon.GetProperty("round").GetInt64() == 2_634_945).GetRawText());

    private readonly KnownSignatures _known = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2_634_945)]
    public void Verify_GoodSignature_IsSignatureChecked(long number)
    {
        var round = DrandRound.Parse(EntropyVectors.DrandBeacons.First(beacon => beacon.GetProperty("round").GetInt64() == number).GetRawText());

        var check = Verify(round);

        Assert.Equal((true, EntropyCheck.SignatureChecked), (check.IsValid, check.Entropy));
        Assert.Equal("Valid: everything was recomputed and agrees (randomness: signature checked; not signed).", check.ToString());
    }

    [Fact]
    public void Verify_WithoutVerifier_IsHashAndTimeChecked() =>
        Assert.Equal(EntropyCheck.HashAndTimeChecked, DrawVerifier.Verify(Hold(Chained)).Entropy);

    [Fact]
    public void Verify_ChainedRoundWithoutThePreviousSignature_IsHashAndTimeChecked()
    {
        var check = Verify(new DrandRound(Chained.Round, Chained.Signature));

        Assert.Equal((true, EntropyCheck.HashAndTimeChecked, 0), (check.IsValid, check.Entropy, _known.Asked));
    }

    [Fact]
    public void Verify_SignatureMadeUp_IsInvalid()
    {
        var signature = Chained.Signature[..^1] + "0";

        var check = Verify(new DrandRound(Chained.Round, signature, Digest.Of(Convert.FromHexString(signature)).ToString(), Chained.PreviousSignature));

        Assert.Equal((VerificationStatus.Invalid, "$.entropy.signature"), (check.Status, check.FirstDifference?.Path));
    }

    [Fact]
    public void Verify_PreviousSignatureMadeUp_IsInvalid() => Assert.Equal(
        "$.entropy.signature",
        Verify(new DrandRound(Chained.Round, Chained.Signature, Chained.Randomness.ToString(), Chained.Signature)).FirstDifference?.Path);

    [Fact]
    public void Verify_SignatureOfAnotherKey_IsInvalid()
    {
        // Round 38 of the vectors is of a network whose key is not quicknet's.
        var transcript = Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).AllowOverlap()
            .Lock(new FutureDrandRound(Drand.Quicknet, 38)).Hold(EntropyVectors.Round38).Transcript;

        Assert.Equal("$.entropy.signature", DrawVerifier.Verify(transcript, new VerificationOptions { BeaconSignatures = _known }).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_OperatorsSecret_AsksNoVerifier()
    {
        var check = DrawVerifier.Verify(Changning.Held().Transcript, new VerificationOptions { BeaconSignatures = _known });

        Assert.Equal((true, EntropyCheck.HashChecked, 0), (check.IsValid, check.Entropy, _known.Asked));
    }

    [Fact]
    public void Transcript_OfChainedRound_KeepsThePreviousSignature() => Assert.Equal(Chained, Transcript.Parse(Hold(Chained).ToJson()).Entropy);

    private static Transcript Hold(DrandRound round) => Draw.Plan("c/d/p").Random("r", Changning.Messages, 1).AllowOverlap()
        .Lock(new FutureDrandRound(Drand.Default, round.Round)).Hold(round).Transcript;

    private Verification Verify(DrandRound round) => DrawVerifier.Verify(Hold(round), new VerificationOptions { BeaconSignatures = _known });
}
