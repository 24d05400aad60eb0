using System.Text;

namespace CampaignKit.Draws.Tests;

/// <summary>The hashes of wallop's protocol, by its published vectors.</summary>
public sealed class WallopProtocolTests
{
    private const string File = "wallop-protocol.json";
    private const string DrawId = "11111111-1111-4111-8111-111111111111";
    private const string Entry = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

    [Fact]
    public void EntryHash_OfPublishedEntries_IsTheirHash() => Assert.All(MethodVectors.Read(File, "entry_hash").EnumerateArray(), vector =>
    {
        var entries = Pool.OfWeights(vector.Items("entries").Select(entry => (entry.Text("uuid"), (long)entry.Number("weight"))));

        var hash = WallopProtocol.EntryHash(vector.Text("draw_id"), entries);

        Assert.Equal(Digest.Of(vector.Text("expected_jcs")), hash);
        Assert.Equal(vector.Text("expected_hash"), hash.ToString());
    });

    [Fact]
    public void EntryHash_OfIds_IsThatOfWeightsOfOne() => Assert.Equal(
        WallopProtocol.EntryHash(DrawId, Pool.OfWeights([(Entry, 1)])),
        WallopProtocol.EntryHash(DrawId, Pool.Of([Entry])));

    [Fact]
    public void Seed_OfPublishedRandomness_IsItsSeed() => Assert.All(MethodVectors.Read(File, "compute_seed").EnumerateArray(), vector =>
    {
        var seed = WallopProtocol.Seed(Digest.Parse(vector.Text("entry_hash")), Digest.Parse(vector.Text("drand_randomness")), vector.Text("weather_value"));

        Assert.Equal(Digest.Of(vector.Text("expected_jcs")), seed);
        Assert.Equal(vector.Text("expected_seed_hex"), seed.ToString());
    });

    [Fact]
    public void Seed_WithoutWeather_LeavesItOut()
    {
        var (hash, randomness) = (Digest.Of("h"), Digest.Of("r"));

        Assert.Equal(Digest.Of($$"""{"drand_randomness":"{{randomness}}","entry_hash":"{{hash}}"}"""), WallopProtocol.Seed(hash, randomness));
    }

    [Fact]
    public void MerkleRoot_OfPublishedLeaves_IsTheirRoot() => Assert.All(MethodVectors.Read(File, "merkle_root").EnumerateArray(), vector => Assert.Equal(
        vector.Text("expected_root_hex"),
        WallopProtocol.MerkleRoot(vector.Items("leaves").Select(leaf => Encoding.UTF8.GetBytes(leaf.GetString()!))).ToString()));

    [Fact]
    public void MerkleRoot_OddLevels_PairTheLastWithItself()
    {
        byte[][] leaves = ["a"u8.ToArray(), "b"u8.ToArray(), "c"u8.ToArray()];

        Assert.Equal(WallopProtocol.MerkleRoot([.. leaves, leaves[2]]), WallopProtocol.MerkleRoot(leaves));
        Assert.Equal(Digest.Of([0, .. "a"u8]), WallopProtocol.MerkleRoot([leaves[0]]));
        Assert.Equal(Digest.Of([]), WallopProtocol.MerkleRoot([]));
    }

    [Fact]
    public void AnchorRoot_OfPublishedRoots_IsTheirRoot() => Assert.All(MethodVectors.Read(File, "anchor_root").EnumerateArray(), vector => Assert.Equal(
        vector.Text("expected_combined_root_hex"),
        WallopProtocol.AnchorRoot(Digest.Parse(vector.Text("operator_receipts_root_hex")), Digest.Parse(vector.Text("execution_receipts_root_hex"))).ToString()));

    [Fact]
    public void EntryHash_WhatWallopRefuses_IsNamedTogether()
    {
        Assert.Throws<FormatException>(() => WallopProtocol.EntryHash(DrawId.Replace('1', 'A'), Pool.Of([Entry])));
        Assert.Throws<FormatException>(() => WallopProtocol.EntryHash($"{{{DrawId}}}", Pool.Of([Entry])));
        Assert.Throws<ArgumentException>(() => WallopProtocol.EntryHash(DrawId, Pool.OfScores([(Entry, 1)])));

        var refused = Assert.Throws<PoolFormatException>(() => WallopProtocol.EntryHash(DrawId, Pool.OfWeights([("ticket-1", 1), (Entry, 0)])));

        Assert.Equal(["'0'", "'ticket-1'"], refused.Problems.Select(problem => problem.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1013.5")]
    [InlineData("-3")]
    public void Seed_WeatherThatIsNoWholeNumber_IsRefused(string weather) =>
        Assert.Throws<FormatException>(() => WallopProtocol.Seed(Digest.Of("h"), Digest.Of("r"), weather));
}
