using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>What the verifier finds in documents of all rules.</summary>
public sealed class RuleVerificationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;

    private string TranscriptPath => Path.Combine(_folder, DrawFolder.TranscriptFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Verify_AnyByteChanged_IsFound()
    {
        var bytes = Encoding.UTF8.GetBytes(AllRules().Transcript.ToJson());
        for (var i = 0; i < bytes.Length; i += 3)
        {
            bytes[i] ^= 0x01;
            File.WriteAllBytes(TranscriptPath, bytes);
            Assert.True(DrawVerifier.Verify(TranscriptPath).Status == VerificationStatus.Invalid, $"byte {i}");
            bytes[i] ^= 0x01;
        }
    }

    [Theory]
    [InlineData("\"第一期\"", "\"\\u7b2c一期\"", "$.manifest.period")]
    [InlineData("\"参\"", "\"\\u53c2\"", "$.rules[0].winners[0].id")]
    [InlineData("\"stratum\": \"b\"", "\"stratum\": \"a\"", "$.rules[2].winners[0].stratum")]
    [InlineData("\"reached\": \"3\"", "\"reached\": \"4\"", "$.rules[0].winners[0].reached")]
    [InlineData("\"why\": \"staff\"", "\"why\": \"stuff\"", "$.rules[0].skipped[0].why")]
    [InlineData("\"reason\": \"excluded\"", "\"reason\": \"drawn-by-this-rule\"", "$.rules[0].skipped[0].why")]
    public void Verify_FieldChanged_NamesIt(string from, string to, string path)
    {
        var json = AllRules().Transcript.ToJson();
        var place = json.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(TranscriptPath, json[..place] + to + json[(place + from.Length)..]);

        Assert.Equal(path, DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_AFalseMerkleRoot_IsFoundWithThePoolAndHeldAllTheSame()
    {
        var locked = AllRules().Transcript.Manifest.ToString();
        var root = AllRules().Transcript.Manifest.Rules[1].Pool.MerkleRoot.ToString();
        var pools = AllRules().Transcript.Pools;
        var false1 = LockedDraw.Restore(locked.Replace(root, new string('0', 64), StringComparison.Ordinal), pools, AllRules().Transcript.Exclusions);

        var check = DrawVerifier.Verify(false1.Hold(Changning.Reveal).Transcript);

        Assert.Equal("$.manifest.rules[1].pool.merkleRoot", check.FirstDifference?.Path);
    }

    [Fact]
    public void Verify_StrataMissing_IsPartlyCheckedAndChangedOnesAreNamed()
    {
        DrawFolder.Save(AllRules(), _folder);
        var strata = Path.Combine(_folder, DrawFolder.StrataFileOf("teams"));
        var text = File.ReadAllText(strata);

        File.WriteAllText(strata, text.Replace("\ta\n", "\tb\n", StringComparison.Ordinal));
        Assert.Equal("$.manifest.rules[2].pool.strataDigest", DrawVerifier.Verify(TranscriptPath).FirstDifference?.Path);
        File.Delete(strata);
        var check = DrawVerifier.Verify(TranscriptPath);
        Assert.Equal((VerificationStatus.PartlyChecked, PoolEvidence.DigestOnly), (check.Status, check.Pools["teams"]));
        Assert.Equal(PoolEvidence.Data, check.Pools["rank"]);
    }

    [Fact]
    public void Verify_NoPools_RecomputesTheTicketsOfEveryRule() =>
        Assert.Equal(VerificationStatus.PartlyChecked, DrawVerifier.Verify(AllRules().Transcript.WithoutPools()).Status);

    [Theory]
    [InlineData("\"min\": 1", "\"min\": 9", "$.manifest.rules[2].quotas[0].max")]
    [InlineData("\"max\": 1", "\"max\": -1", "$.manifest.rules[2].quotas[0].max")]
    [InlineData("\"ties\": \"earliest\"", "\"ties\": \"ticket\"", "$.manifest.rules[0].pool.kind")]
    [InlineData("\"offset\": 1", "\"offset\": 2", "$.manifest.rules[4].offset")]
    [InlineData("\"atLeast\": 5", "\"atLeast\": 5.0", "$.manifest.rules[5].atLeast")]
    [InlineData("\"merkleRoot\"", "\"merkleroot\"", "$.manifest.rules[0].pool.merkleroot")]
    [InlineData("\"strataDigest\"", "\"digestOfStrata\"", "$.manifest.rules[2].pool.digestOfStrata")]
    public void Parse_BadManifest_NamesTheField(string from, string to, string path)
    {
        var json = AllRules().Transcript.ToJson();
        var place = json.IndexOf(from, StringComparison.Ordinal);

        Assert.Equal(path, Assert.Throws<DrawDocumentException>(() => Transcript.Parse(json[..place] + to + json[(place + from.Length)..])).Path);
    }

    private static DrawResult AllRules()
    {
        string[] ids = ["a", "b", "c", "d", "e", "参"];
        var scores = Pool.OfScores(ids.Select((id, i) => (id, (long)i)));
        return Draw.Plan("c/d/第一期")
            .TopBy("rank", Pool.OfTimedScores(ids.Select((id, i) => (id, (long)(i / 2), (long)(i < 5 ? 9 : 3)))), 1, TiePolicy.EarliestToReach, alternates: 1)
            .FirstN("quick", scores, 1, TiePolicy.Share, alternates: 1)
            .Random("teams", Pool.Of(ids).InStrata(ids.ToDictionary(id => id, id => id is "a" or "e" ? "a" : "b")), 2, 1, Quota.Exactly("a", 1))
            .Random("weighted", Pool.OfWeights(ids.Select((id, i) => (id, (long)i))), 1, 1)
            .EveryNth("nth", Pool.OfNumbers(ids.Select((id, i) => (id, $"0{i}"))), 2, 1)
            .Threshold("five", scores, 5)
            .OnePrizePerPerson().Exclude(Exclusions.Of([("e", "staff")]))
            .Lock(Changning.Entropy).Hold(Changning.Reveal);
    }
}
