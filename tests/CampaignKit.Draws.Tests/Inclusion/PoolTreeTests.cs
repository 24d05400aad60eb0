using System.Security.Cryptography;
using System.Text;

namespace CampaignKit.Draws.Tests;

public sealed class PoolTreeTests
{
    /// <summary>The trees of RFC 9162's definition for up to four leaves, hashed by hand.</summary>
    [Fact]
    public void Root_SmallPools_IsTheTreeByDefinition()
    {
        var (a, b, c) = (Leaf("a"), Leaf("b"), Leaf("c"));
        Assert.Equal(Bound(0, SHA256.HashData([])), PoolTree.Of(Pool.Of([])).Root);
        Assert.Equal(Bound(1, a), PoolTree.Of(Pool.Of(["a"])).Root);
        Assert.Equal(Bound(2, Node(a, b)), PoolTree.Of(Pool.Of(["b", "a"])).Root);
        Assert.Equal(Bound(3, Node(Node(a, b), c)), PoolTree.Of(Pool.Of(["a", "b", "c"])).Root);
        Assert.Equal(Bound(4, Node(Node(a, b), Node(c, Leaf("d")))), PoolTree.Of(Pool.Of(["d", "a", "b", "c"])).Root);
    }

    [Fact]
    public void Prove_EveryEntrantOfPoolsOfAllSmallSizes_Shown()
    {
        for (var size = 1; size <= 70; size++)
        {
            var ids = Enumerable.Range(0, size).Select(i => $"{2 * i:D4}").ToList();
            var tree = PoolTree.Of(Pool.Of(ids));
            Assert.All(ids, id => Assert.True(Shown(tree, id, included: true), $"{id} of {size}"));

            // Before the first, between any two, after the last.
            Assert.All(Enumerable.Range(-1, size + 1), i => Assert.True(Shown(tree, i < 0 ? "!" : $"{(2 * i) + 1:D4}", included: false), $"gap {i} of {size}"));
        }
    }

    [Fact]
    public void Prove_EmptyPool_NobodyWasInIt()
    {
        var tree = PoolTree.Of(Pool.Of([]));
        Assert.True(Shown(tree, "a", included: false));
    }

    [Fact]
    public void Prove_PoolWithValues_ShowsTheValue()
    {
        var tree = PoolTree.Of(Pool.OfWeights([("a", 1), ("b", 20)]));
        Assert.Equal("b\t20", tree.Prove("b").Found!.Line);
        Assert.Equal("b", tree.Prove("b").Found!.Id);
        Assert.Null(tree.Prove("b").FirstDifference(tree.Root));
    }

    [Property]
    public void Prove_AnyPoolAndId_ClaimsWhatIsSo(byte[] members, byte id)
    {
        var ids = members.Select(m => $"p{m}").Distinct().ToList();
        var tree = PoolTree.Of(Pool.Of(ids));
        Assert.True(Shown(tree, $"p{id}", ids.Contains($"p{id}")));
    }

    /// <summary>A liar changes one thing: the id, the line, the index, the size or a hash; or claims a gap that is none.</summary>
    [Fact]
    public void FirstDifference_ChangedProof_NeverShown()
    {
        var ids = Enumerable.Range(0, 13).Select(i => $"{2 * i:D2}").ToList();
        var tree = PoolTree.Of(Pool.Of(ids));
        foreach (var id in ids.Append("07").Append("99").Append("!"))
        {
            var proof = tree.Prove(id);
            var json = proof.ToJson();
            for (var i = 0; i < json.Length; i++)
            {
                if (!char.IsAsciiLetterOrDigit(json[i]))
                    continue;
                foreach (var other in "0f7")
                {
                    var changed = json[..i] + other + json[(i + 1)..];
                    if (changed == json || !TryParse(changed, out var claim) || claim.Equals(proof))
                        continue;

                    // Another id in the same gap is absent as well: that claim is true.
                    var isSameGap = !claim.IsIncluded && claim.Root == proof.Root && claim.Size == proof.Size && !ids.Contains(claim.Id) && claim.Before == proof.Before && claim.After == proof.After
                        && tree.Prove(claim.Id).Before == proof.Before && tree.Prove(claim.Id).After == proof.After;
                    Assert.Equal(isSameGap, claim.FirstDifference(tree.Root) is null);
                }
            }
        }
    }

    [Fact]
    public void FirstDifference_GapAcrossAnEntrant_Named()
    {
        var tree = PoolTree.Of(Pool.Of(["a", "b", "c"]));
        var lie = new PoolProof("b", tree.Root, 3, null, tree.Prove("a").Found, tree.Prove("c").Found);
        Assert.Contains("neighbours", lie.FirstDifference(tree.Root)!.Expected, StringComparison.Ordinal);
        Assert.NotNull(new PoolProof("b", tree.Root, 3, null, null, null).FirstDifference(tree.Root));
        Assert.NotNull(new PoolProof("b", tree.Root, 0, null, null, null).FirstDifference(tree.Root));
        Assert.NotNull(new PoolProof("d", tree.Root, 2, null, tree.Prove("b").Found, null).FirstDifference(tree.Root));
    }

    [Fact]
    public void Parse_ForeignDocument_NamesPathAndRule()
    {
        var error = Assert.Throws<DrawDocumentException>(() => PoolProof.Parse("""{ "format": "campaignkit-proof-v1", "size": -1 }"""));
        Assert.Equal("$.size", error.Path);
    }

    private static bool Shown(PoolTree tree, string id, bool included)
    {
        var proof = PoolProof.Parse(tree.Prove(id).ToJson());
        Assert.Equal(tree.Prove(id), proof);
        return proof.IsIncluded == included && proof.FirstDifference(tree.Root) is null;
    }

    private static bool TryParse(string json, out PoolProof proof)
    {
        try
        {
            proof = PoolProof.Parse(json);
            return true;
        }
        catch (DrawDocumentException)
        {
            proof = null!;
            return false;
        }
    }

    private static byte[] Leaf(string line) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static Digest Bound(int size, byte[] top) => Digest.Of($"{size}:{Convert.ToHexStringLower(top)}");
}
