using System.Text;
using System.Text.RegularExpressions;

namespace CampaignKit.Draws.Tests;

public sealed class DrawVerifierTests : IDisposable
{
    private const string Signature = "95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126";

    private static readonly DrawResult Small = SmallDraw();

    private readonly string _folder = Directory.CreateTempSubdirectory("verify-").FullName;

    private string TranscriptPath => Path.Combine(_folder, DrawFolder.TranscriptFile);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Verify_SavedWithPools_IsValid()
    {
        Changning.Held().Transcript.Save(TranscriptPath);

        var check = DrawVerifier.Verify(TranscriptPath);

        Assert.True(check.IsValid, check.ToString());
        Assert.Null(check.FirstDifference);
        Assert.Equal(EntropyCheck.HashChecked, check.Entropy);
        Assert.All(check.Pools.Values, evidence => Assert.Equal(PoolEvidence.Data, evidence));
    }

    [Fact]
    public void Verify_FolderOfFiles_IsValid()
    {
        DrawFolder.Save(Changning.Held(), _folder);

        Assert.True(DrawVerifier.Verify(TranscriptPath).IsValid);
    }

    [Fact]
    public void Verify_PoolsGiven_IsValid()
    {
        var locked = Changning.Plan().Lock(Changning.Entropy);

        Assert.True(DrawVerifier.Verify(locked.Hold(Changning.Reveal).Transcript.WithoutPools(), locked.Pools).IsValid);
    }

    [Fact]
    public void Verify_DrandRound_SaysHashAndTimeChecked()
    {
        var result = Draw.Plan("c/d/p").Random("r", Changning.Messages, 3).AllowOverlap()
            .Lock(new FutureDrandRound(Drand.Quicknet, 38)).Hold(new DrandRound(38, Signature));

        var check = DrawVerifier.Verify(result.Transcript);

        Assert.Equal((true, EntropyCheck.HashAndTimeChecked), (check.IsValid, check.Entropy));
    }

    [Fact]
    public void Verify_NoPools_IsPartlyCheckedAndSaysWhich()
    {
        var check = DrawVerifier.Verify(Small.Transcript.WithoutPools(), new Dictionary<string, Pool> { ["rank"] = Small.Transcript.Pools["rank"] });

        Assert.Equal((VerificationStatus.PartlyChecked, false), (check.Status, check.IsValid));
        Assert.Equal(PoolEvidence.Data, check.Pools["rank"]);
        Assert.Equal(PoolEvidence.DigestOnly, check.Pools["held"]);
        Assert.Contains("held, weighted, number", check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_HoldersMissing_IsPartlyChecked()
    {
        DrawFolder.Save(Small, _folder);
        File.Delete(Path.Combine(_folder, DrawFolder.HoldersFileOf("held")));

        var check = DrawVerifier.Verify(TranscriptPath);

        Assert.Equal((VerificationStatus.PartlyChecked, PoolEvidence.DigestOnly), (check.Status, check.Pools["held"]));
    }

    [Fact]
    public void Verify_NoPools_StillFindsAFalseTicket()
    {
        var json = Small.Transcript.WithoutPools().ToJson();
        var ticket = Small["weighted"].Winners[0].Ticket.ToString()!;

        var check = Verify(json.Replace(ticket, new string('0', 64), StringComparison.Ordinal));

        Assert.Equal("$.rules[2].winners[0].ticket", check.FirstDifference?.Path);
    }

    [Theory]
    [InlineData("\"take\": 3", "\"take\": 4", "$.manifestDigest")]
    [InlineData("\"seed\": \"", "\"seed\": \"0", "$.seed")]
    [InlineData("\"format\": \"campaignkit-transcript-v1\"", "\"format\": \"campaignkit-transcript-v2\"", "$.format")]
    [InlineData("\"winners\": [", "\"winners\": [], \"losers\": [", "$.rules[0].losers")]
    [InlineData("\"skipped\"", "\"skippeD\"", "$.rules[0].skippeD")]
    [InlineData("\"ties\": \"ticket\"", "\"ties\": \"tickets\"", "$.manifest.rules[0].ties")]
    [InlineData("\"winners\"", "\"winner\\ud800\"", "$")]
    [InlineData("\"id\": \"p", "\"id\": \"\\ud800", "$.rules[0].winners[0].id")]
    [InlineData("\"seed\"", "\"format\"", "$")]
    [InlineData("\"size\": 12", "\"size\": 1.2", "$.manifest.rules[0].pool.size")]
    public void Verify_FieldChanged_NamesTheFirstDifference(string from, string to, string path)
    {
        var json = Small.Transcript.ToJson();
        var changed = new Regex(Regex.Escape(from)).Replace(json, to.Replace("$", "$$", StringComparison.Ordinal), 1);
        Assert.NotEqual(json, changed);

        Assert.Equal(path, Verify(changed).FirstDifference?.Path);
    }

    [Fact]
    public void Verify_WinnersSwapped_NamesTheFirst()
    {
        var (first, second) = (Small["held"].Winners[0].Id, Small["held"].Winners[1].Id);
        var json = Small.Transcript.ToJson();
        var start = json.IndexOf("\"id\": \"held\",\n      \"seed\"", StringComparison.Ordinal);
        var winners = json[start..].Replace($"\"id\": \"{first}\"", "\"id\": \"?\"", StringComparison.Ordinal)
            .Replace($"\"id\": \"{second}\"", $"\"id\": \"{first}\"", StringComparison.Ordinal)
            .Replace("\"id\": \"?\"", $"\"id\": \"{second}\"", StringComparison.Ordinal);

        var difference = Verify(json[..start] + winners).FirstDifference!;

        Assert.Equal(new Difference("$.rules[1].winners[0].id", $"\"{first}\"", $"\"{second}\""), difference);
    }

    [Fact]
    public void Verify_PoolFileChanged_NamesThePool()
    {
        DrawFolder.Save(Small, _folder);
        File.AppendAllText(Path.Combine(_folder, DrawFolder.PoolFileOf("held")), "m99\n");

        Assert.Equal("$.manifest.rules[1].pool.digest", Verify().FirstDifference?.Path);

        DrawFolder.Save(Small, _folder);
        File.AppendAllText(Path.Combine(_folder, DrawFolder.PoolFileOf("rank")), "p99\t3\n");

        Assert.Equal("$.manifest.rules[0].pool.digest", Verify().FirstDifference?.Path);
    }

    [Fact]
    public void Verify_AnyByteOfTheTranscriptChanged_IsFound()
    {
        var bytes = Encoding.UTF8.GetBytes(Small.Transcript.ToJson());
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var mask in (byte[])[0x01, 0x20, 0x80])
            {
                bytes[i] ^= mask;
                var check = Verify(bytes);
                Assert.True(check.Status == VerificationStatus.Invalid && check.FirstDifference is not null, $"byte {i} xor {mask}");
                bytes[i] ^= mask;
            }
        }

        Assert.True(Verify(bytes).IsValid);
    }

    [Fact]
    public void Verify_AnyByteOfAPoolFileChanged_IsFound()
    {
        DrawFolder.Save(Small, _folder);
        foreach (var file in Directory.GetFiles(_folder, "*.txt"))
        {
            var bytes = File.ReadAllBytes(file);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] ^= 1;
                File.WriteAllBytes(file, bytes);
                var path = Verify().FirstDifference?.Path;
                Assert.True(path?.StartsWith("$.manifest.rules[", StringComparison.Ordinal), $"{file}, byte {i}: {path}");
                bytes[i] ^= 1;
            }

            File.WriteAllBytes(file, bytes);
        }

        Assert.True(Verify().IsValid);
    }

    [Fact]
    public void Verify_TruncatedAnywhere_IsInvalid()
    {
        var json = Small.Transcript.ToJson().TrimEnd();
        for (var length = 0; length < json.Length; length += 7)
            Assert.Equal("$", Verify(json[..length]).FirstDifference?.Path);
    }

    [Fact]
    public void Load_OfSaved_IsTheSameDocument()
    {
        Small.Transcript.Save(TranscriptPath);

        var loaded = Transcript.Load(TranscriptPath);

        Assert.Equal(Small.Transcript.ToJson(), loaded.ToJson());
        Assert.Equal(Small.Transcript.WithoutPools().ToJson(), loaded.WithoutPools().ToJson());
        Assert.Equal(Small.Transcript.Manifest.ToString(), loaded.Manifest.ToString());
    }

    [Fact]
    public void Verify_PoolOfUnknownRule_IsTheCallersMistake() =>
        Assert.Throws<ArgumentException>(() => DrawVerifier.Verify(Small.Transcript, new Dictionary<string, Pool> { ["other"] = Changning.Messages }));

    [Fact]
    public void Manifest_Text_IsCanonical() => Assert.Equal(
        "{\"campaign\":\"c\",\"draw\":\"d\",\"entropy\":{\"chain\":\"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\",\"due\":\"2023-08-23T15:11:18Z\","
        + "\"round\":38,\"source\":\"drand\"},\"format\":\"campaignkit-ticket-v1\",\"overlap\":\"allowed\",\"period\":\"p\",\"rules\":[{\"alternates\":1,\"id\":\"r\","
        + $"\"pool\":{{\"digest\":\"{Digest.Of("a\n")}\",\"kind\":\"ids\",\"merkleRoot\":\"{PoolTree.Of(Pool.Of(["a"])).Root}\",\"size\":1}},\"rule\":\"random\",\"take\":2}}]}}",
        Draw.Plan("c/d/p").Random("r", Pool.Of(["a"]), 2, 1).AllowOverlap().Lock(new FutureDrandRound(Drand.Quicknet, 38)).Manifest.ToString());

    private static DrawResult SmallDraw()
    {
        var people = Enumerable.Range(1, 12).Select(i => $"p{i:D2}").ToList();
        return Draw.Plan("campaign/small/第一期")
            .TopBy("rank", Pool.OfScores(people.Select((id, i) => (id, (long)(i / 5)))), 3, TiePolicy.Ticket)
            .Random("held", Pool.Of(people.Select(id => id.Replace('p', 'm'))).HeldBy(people.ToDictionary(id => id.Replace('p', 'm'), id => people[id[2] % 8])), 3, 2)
            .Random("weighted", Pool.OfWeights(people.Select((id, i) => (id, (long)(i % 4)))), 2, 1)
            .NumberEndsWith("number", Pool.OfNumbers(people.Select((id, i) => (id, $"0{i}"))), "1", "05")
            .OnePrizePerPerson()
            .Lock(Changning.Entropy).Hold(Changning.Reveal);
    }

    private Verification Verify() => DrawVerifier.Verify(TranscriptPath);

    private Verification Verify(string json) => Verify(Encoding.UTF8.GetBytes(json));

    private Verification Verify(byte[] json)
    {
        File.WriteAllBytes(TranscriptPath, json);
        return DrawVerifier.Verify(TranscriptPath);
    }
}
