namespace CampaignKit.Draws.Tests;

public sealed class DrawFolderTests : IDisposable
{
    private static readonly DrawPlan Plan = Draw.Plan("changning/lucky/2021-W13")
        .TopBy("rank", Pool.OfScores([("p1", 5), ("p2", 7), ("p3", 7)]), 1, TiePolicy.Ticket)
        .Random("messages", Pool.Of(["m1", "m2"], new Dictionary<string, string> { ["m1"] = "p1", ["m2"] = "p2" }), 1)
        .Random("teams", Pool.OfWeights([("p1", 1), ("p2", 3)]).InStrata(new Dictionary<string, string> { ["p1"] = "airport", ["p2"] = "health" }), 1, 1, Quota.AtMost("airport", 1))
        .OnePrizePerPerson()
        .Exclude(Exclusions.Of([("p3", "staff")]));

    private static readonly LockedDraw Locked = Plan.Lock(Changning.Entropy);

    private readonly string _folder = Directory.CreateTempSubdirectory("folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_FolderSaved_HoldsAsTheDrawItself()
    {
        DrawFolder.Save(Locked, _folder);

        var loaded = DrawFolder.Load(_folder);

        Assert.Equal(Locked.Manifest.ToString(), loaded.Manifest.ToString());
        Assert.Equal(Locked.Hold(Changning.Reveal).Transcript.ToJson(), loaded.Hold(Changning.Reveal).Transcript.ToJson());
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("exclusions.txt")]
    [InlineData("rank.pool.txt")]
    [InlineData("messages.holders.txt")]
    [InlineData("teams.strata.txt")]
    public void Load_FileMissing_NamesIt(string file)
    {
        DrawFolder.Save(Locked, _folder);
        File.Delete(In(file));

        Assert.Equal(new DrawFolderProblem(file, "the file", "nothing", "it must be there"), Assert.Single(Problems()));
    }

    [Fact]
    public void Load_NoSuchFolder_LacksTheManifest() =>
        Assert.Equal("manifest.json: the file: nothing: it must be there", Assert.Throws<DrawFolderException>(() => DrawFolder.Load(In("none"))).Message);

    [Theory]
    [InlineData("exclusions.txt", "p3\tboss\n", "it holds exclusions locked as ")]
    [InlineData("rank.pool.txt", "p1\t5\np2\t7\np3\t8\n", "it holds the pool of rule 'rank' locked as ")]
    [InlineData("messages.holders.txt", "m1\tp1\nm2\tp1\n", "it holds holders of the pool of rule 'messages' locked as ")]
    [InlineData("teams.strata.txt", "p1\thealth\np2\thealth\n", "it holds strata of the pool of rule 'teams' locked as ")]
    public void Load_FileChanged_NamesItWithBothDigests(string file, string text, string rule)
    {
        DrawFolder.Save(Locked, _folder);
        File.WriteAllText(In(file), text);

        var problem = Assert.Single(Problems());

        Assert.Equal((file, "the file"), (problem.File, problem.Place));
        Assert.StartsWith(rule, problem.Rule, StringComparison.Ordinal);
        Assert.Contains(Digest.Of(text).ToString(), problem.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralProblems_NamesThemAll()
    {
        DrawFolder.Save(Locked, _folder);
        File.Delete(In("exclusions.txt"));
        File.WriteAllText(In("rank.pool.txt"), "p1\t5\np1\tx\n");
        File.Delete(In("messages.pool.txt"));
        File.WriteAllText(In("teams.strata.txt"), "p1\tairport\n");

        Assert.Equal(
            ["exclusions.txt: the file", "rank.pool.txt: line 2", "messages.pool.txt: the file", "teams.strata.txt: entrant 2"],
            Problems().Select(problem => $"{problem.File}: {problem.Place}"));
    }

    [Fact]
    public void Load_BrokenManifest_NamesThePath()
    {
        DrawFolder.Save(Locked, _folder);
        File.WriteAllText(In("manifest.json"), Locked.Manifest.ToString().Replace("\"take\":1", "\"take\":0", StringComparison.Ordinal));

        Assert.Equal("manifest.json: $.rules[0].take: 0: it is an integer from 1 to 1000000", Assert.Single(Problems()).ToString());
    }

    [Fact]
    public void Save_SignedTwice_KeepsEveryByte()
    {
        var (key, other) = (OperatorKey.Create(), OperatorKey.Create());
        DrawFolder.Save(Locked, _folder, key);
        var signature = File.ReadAllBytes(In(DrawFolder.ManifestSignatureFile));
        DrawFolder.Save(Locked.Hold(Changning.Reveal), _folder, key);
        var files = Directory.GetFiles(_folder).ToDictionary(file => file, File.ReadAllBytes);

        DrawFolder.Save(DrawFolder.Load(_folder).Hold(Changning.Reveal), _folder, key);

        Assert.Equal(signature, files[In(DrawFolder.ManifestSignatureFile)]);
        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(files[file], File.ReadAllBytes(file)));

        File.WriteAllText(In(DrawFolder.TranscriptSignatureFile), "{}");
        DrawFolder.Save(Locked.Hold(Changning.Reveal), _folder, other);
        Assert.All(
            [DrawFolder.ManifestSignatureFile, DrawFolder.TranscriptSignatureFile],
            file => Assert.Equal(other.PublicKey, OperatorSignature.Load(In(file)).PublicKey));
    }

    [Fact]
    public void Save_WithoutPools_HasNoShellCheckWhichNeedsThem()
    {
        var transcript = Locked.Hold(Changning.Reveal).Transcript;

        DrawFolder.Save(transcript.WithProofs(transcript.Pools).WithoutPools(), _folder);

        Assert.Equal(
            [DrawFolder.ManifestFile, DrawFolder.TranscriptFile, DrawFolder.VerifyPageFile],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Under_Pseudonyms_IsThePlanOfRenamedPools()
    {
        var pseudonyms = Pseudonyms.For(Plan.Name, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        var renamed = Draw.Plan("changning/lucky/2021-W13")
            .TopBy("rank", pseudonyms.Of(Plan.Pools["rank"]), 1, TiePolicy.Ticket)
            .Random("messages", pseudonyms.Of(Plan.Pools["messages"]), 1)
            .Random("teams", pseudonyms.Of(Plan.Pools["teams"]), 1, 1, Quota.AtMost("airport", 1))
            .OnePrizePerPerson()
            .Exclude(pseudonyms.Of(Plan.Exclusions));

        var draw = Plan.Under(pseudonyms).Lock(Changning.Entropy);

        Assert.Equal(renamed.Lock(Changning.Entropy).Manifest.ToString(), draw.Manifest.ToString());
        Assert.True(DrawVerifier.Verify(draw.Hold(Changning.Reveal).Transcript).IsValid);
    }

    private string In(string file) => Path.Combine(_folder, file);

    private IReadOnlyList<DrawFolderProblem> Problems() => Assert.Throws<DrawFolderException>(() => DrawFolder.Load(_folder)).Problems;
}
