namespace CampaignKit.Draws.Tests;

/// <summary>The examples of the package's readme, line by line.</summary>
public sealed class ReadmeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Example_OfTheReadme_Runs()
    {
        var secret = Changning.Secret;
        var folder = _folder;

        // <readme>
        var scores = Pool.OfScores([("p-1", 9), ("p-2", 7), ("p-3", 7), ("p-4", 2)]);
        var messages = Pool.Of(["m1", "m2", "m3"], holders: new Dictionary<string, string> { ["m1"] = "p-1", ["m2"] = "p-4", ["m3"] = "p-4" });

        LockedDraw locked = Draw.Plan("changning/lucky/2021-W13")
            .TopBy("rank", scores, take: 2, ties: TiePolicy.Ticket)
            .Random("messages", messages, take: 1, alternates: 1)
            .OnePrizePerPerson()
            .Lock(OperatorCommitment.To(secret));                    // or Drand.Quicknet.FirstRoundAfter(closing)

        DrawFolder.Save(locked, folder);                             // publish manifest and pools now
        DrawResult result = locked.Hold(new OperatorReveal(secret)); // or new DrandRound(round, signature)
        DrawFolder.Save(result, folder);                             // publish transcript.json, check.sh and verify.html

        Verification check = DrawVerifier.Verify(Path.Combine(folder, "transcript.json"));
        Console.WriteLine(check);
        // </readme>

        Assert.True(check.IsValid, check.ToString());
        Assert.Equal("p-1", result["rank"].Winners[0].Id);
        Assert.Equal("p-4", Assert.Single(result["messages"].Winners).Person);
    }

    [Fact]
    public void Claims_OfTheReadme_Run()
    {
        var (folder, result) = (_folder, ClaimableDraw.Held(OverlapPolicy.OnePrizePerPerson, lucky: "messages"));
        var publishedAt = NodaTime.Instant.FromUtc(2021, 4, 5, 2, 0);
        var now = publishedAt + NodaTime.Duration.FromDays(8);
        var entry = result["messages"].Winners[0].Id;

        // <claims>
        Claims claims = Claims.Open(result.Transcript, publishedAt);         // or Claims.Of(transcript) to go on
        ClaimAnswer answer = claims.Claim("messages", entry, now);
        string said = answer switch
        {
            ClaimAccepted accepted => $"{accepted.Claims.PrizeOf("messages", entry)!.Person} has claimed",
            ClaimRefused { Why: ClaimIsTooLate late } => $"it could be claimed until {late.Until}",
            ClaimRefused refused => refused.Why.Message,
            _ => throw new InvalidOperationException(),
        };

        foreach (Prize prize in claims.OverdueAt(now))
        {
            if (claims.Forfeit(prize.RuleId, prize.Entry.Id, now, "not claimed", by: "office-1") is ClaimAccepted forfeited)
                claims = forfeited.Claims;
        }

        DrawFolder.Save(result.Transcript.WithClaims(claims), folder);
        // </claims>

        Assert.Equal("it could be claimed until 2021-04-12T02:00:00Z", said);
        Assert.NotEqual(entry, claims.Prizes.First(prize => prize.RuleId == "messages").Entry.Id);
        Assert.True(DrawVerifier.Verify(Path.Combine(folder, DrawFolder.TranscriptFile)).IsValid);
    }

    [Fact]
    public void Signatures_OfTheReadme_Run()
    {
        var (folder, locked) = (_folder, Changning.Plan().Lock(Changning.Entropy));
        var result = locked.Hold(Changning.Reveal);

        // <signatures>
        OperatorKey key = OperatorKey.Create();                              // or OperatorKey.FromPem(pem); publish key.PublicKey
        DrawFolder.Save(locked, folder, key);                                // manifest.signature.json
        DrawFolder.Save(result, folder, key);                                // transcript.signature.json
        // </signatures>

        Assert.True(DrawVerifier.Verify(Path.Combine(folder, DrawFolder.TranscriptFile), new VerificationOptions { OperatorKey = key.PublicKey }).IsValid);
    }

    [Fact]
    public void Pseudonyms_OfTheReadme_Run()
    {
        var (key, pool) = (Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), Pool.Of(["p-1", "p-2"]));
        var plan = Draw.Plan("changning/lucky/2021-W13").Random("r", pool, 1).AllowOverlap();

        // <pseudonyms>
        var pseudonyms = Pseudonyms.For(DrawName.Parse("changning/lucky/2021-W13"), key);   // 32 secret bytes or more
        Pool published = pseudonyms.Of(pool);                                // same kind, values and holders, other names
        DrawPlan renamed = plan.Under(pseudonyms);                           // all pools and exclusions of a plan
        Digest salt = pseudonyms.SaltOf("p-1");                              // for p-1 alone
        bool mine = Pseudonyms.Recompute(salt, "p-1") == pseudonyms.Of("p-1");
        // </pseudonyms>

        Assert.Equal(published.Digest, renamed.Pools["r"].Digest);
        Assert.True(mine && published.Contains(Pseudonyms.Recompute(salt, "p-1")));
    }

    [Theory]
    [InlineData("readme", "# CampaignKit.Draws")]
    [InlineData("claims", "## Claims")]
    [InlineData("signatures", "## Signatures")]
    [InlineData("pseudonyms", "## Pseudonyms")]
    public void Example_OfTheReadme_IsTheCodeAbove(string marker, string heading)
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit.Draws/README.md"));
        var test = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "tests/CampaignKit.Draws.Tests/ReadmeTests.cs"));
        var section = readme[readme.IndexOf($"{heading}\n", StringComparison.Ordinal)..];

        Assert.Equal(Lines(Between(section, "```csharp\n", "```")), Lines(Between(test, $"// <{marker}>\n", $"        // </{marker}>")));
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Lines(string code) => code.Split('\n').Select(line => line.Trim());
}
