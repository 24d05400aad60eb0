namespace CampaignKit.Draws.Tests;

public sealed class PoolStrataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strata-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void InStrata_OtherIds_NamesThoseMissingAndThoseTooMany()
    {
        var refusal = Assert.Throws<PoolFormatException>(() => Pool.Of(["a", "b"]).InStrata(new Dictionary<string, string> { ["a"] = "x", ["c"] = "x" }));

        Assert.Equal(
            ["entrant 2: 'b': every id of the pool has a stratum", "stratum 2: 'c': a stratum belongs to an id of the pool"],
            refusal.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void InStrata_ChangesNoOtherDigest()
    {
        var pool = Pool.Of(["b", "a"], new Dictionary<string, string> { ["a"] = "p", ["b"] = "q" });
        var striated = pool.InStrata(new Dictionary<string, string> { ["a"] = "x", ["b"] = "x" });

        Assert.Equal(
            (pool.Digest, pool.Holders!.Digest, (Digest?)Digest.Of("a\tx\nb\tx\n"), pool.Commitment.MerkleRoot),
            (striated.Digest, striated.Holders!.Digest, striated.Commitment.StrataDigest, striated.Commitment.MerkleRoot));
        Assert.NotEqual(pool.Commitment, striated.Commitment);
        Assert.Equal(PoolTree.Of(pool).Root, pool.Commitment.MerkleRoot);
    }

    [Property]
    public void Persons_OfHeldEntries_AreTheDistinctHolders(byte[] holders)
    {
        var held = holders.Select((holder, i) => (Id: $"m{i}", Person: $"p{holder % 7}")).ToDictionary(entry => entry.Id, entry => entry.Person);

        var persons = Pool.Of(held.Keys, held).Persons();

        Assert.Equal(held.Values.Distinct().Order(StringComparer.Ordinal), persons.Ids);
        Assert.Equal((PoolKind.Ids, null, null), (persons.Kind, persons.Holders, persons.Strata));
    }

    [Fact]
    public void Persons_WithoutHolders_AreTheEntrants() =>
        Assert.Equal(["a", "b"], Pool.OfScores([("b", 1), ("a", 2)]).Persons().Ids);

    [Theory]
    [InlineData("a\t1")]
    [InlineData("a\t1\t")]
    [InlineData("a\t1\t2\t3")]
    [InlineData("a\t01\t2")]
    [InlineData("a\t1\t+2")]
    [InlineData("a\t1\t9223372036854775808")]
    public void Read_BadTimedScore_IsRefused(string text) => Assert.Contains(
        "a timed score is a score, a tab and when it was reached",
        Assert.Throws<PoolFormatException>(() => PoolFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), PoolKind.TimedScores)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Write_TimedScoresAndStrata_AreReadAgain()
    {
        var pool = Pool.OfTimedScores([("b", 5, -7), ("a", -5, long.MaxValue)]).InStrata(new Dictionary<string, string> { ["a"] = "x", ["b"] = "y z" });
        var (file, strata) = (Path.Combine(_folder, "pool.txt"), Path.Combine(_folder, "strata.txt"));

        PoolFile.Write(pool, file);
        PoolFile.Write(pool.Strata!, strata);

        Assert.Equal(Digest.Of("a\t-5\t9223372036854775807\nb\t5\t-7\n"), pool.Digest);
        Assert.Equal(pool.Commitment, PoolFile.ReadStrata(strata, PoolFile.Read(file, PoolKind.TimedScores)).Commitment);
    }
}
