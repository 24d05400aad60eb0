using CampaignKit.Draws;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CampaignKit.Tests;

/// <summary>The example of the package's readme, as it stands there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Readme_Example_RunsAsItSays()
    {
        var clock = new FixedClock(ChangningHost.At("2021-03-29T12:00"));

        Campaign definition = Campaign.Define("changning", version: 1)
            .In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1)
            .Unit("stitch")
            .Task("stitch", t => t.OncePerDay().Awards("stitch"))
            .Draw("lucky", d => d.Weekly().FreezeAfter(Duration.FromHours(2)).TopBy("rank", "stitch", 20, TiePolicy.Ticket))
            .Build();

        await using var services = new ServiceCollection()
            .AddSingleton<IClock>(clock)                                  // NodaTime's system clock unless a host registers its own
            .AddCampaignKit(kit => kit.AddCampaign(definition))           // in memory unless a store is named: .UseSqlite("Data Source=…")
            .BuildServiceProvider();
        RunningCampaign campaign = services.GetRequiredService<ICampaigns>()["changning"];

        Participant me = await campaign.EnrolAsync("p-1");                // number 00001, the same on every call
        var answer = await campaign.CheckInAsync(me, "stitch", key: "2021-03-29");
        if (answer is CheckInAccepted accepted)
            await campaign.WaitForAsync(accepted.Position);               // boards follow the record; this is read-your-writes
        var top = campaign.Leaderboard("stitch").Top(20);

        Assert.Equal("00001", me.NumberText);
        Assert.Equal(("p-1", 1, 1L), (top[0].Id, top[0].Rank, top[0].Score));
    }

    /// <summary>The ten lines of the project's readme; its campaign is open until 2099, so that they run as they stand.</summary>
    [Fact]
    public async Task TenLines_OfTheProject_RunAsTheySay()
    {
        var walk = Campaign.Define("walk", version: 1).In("Asia/Shanghai").From(2026, 1, 1).To(2099, 12, 31)
            .Unit("stitch").Teams("ai", "health").Task("stitch", t => t.OncePerDay().Awards("stitch")).Build();
        await using var services = new ServiceCollection().AddCampaignKit(kit => kit.AddCampaign(walk)).BuildServiceProvider();
        var campaign = services.GetRequiredService<ICampaigns>()["walk"];
        var me = await campaign.EnrolAsync("p-1", "ai");                            // number 00001; the same on every call
        var answer = await campaign.CheckInAsync(me, "stitch", key: "first");       // the same key, the same answer

        Assert.Equal("00001 has 1 stitch", answer switch
        {
            CheckInAccepted a => $"{me.NumberText} has {a.Tally("stitch")} stitch",
            CheckInRefused { Why: CadenceExceeded c } => $"Next stitch from {c.OpensAt}",
            CheckInRefused r => r.Why.Message,
            _ => throw new InvalidOperationException(),
        });
    }

    /// <summary>The example of a draw, on a beacon of this test's making.</summary>
    [Fact]
    public async Task Draw_OfTheReadme_GoesFromLockToClaim()
    {
        var folder = Directory.CreateTempSubdirectory("readme-").FullName;
        var clock = new FixedClock(ChangningHost.At("2027-03-30T12:00"));
        var definition = Campaign.Define("changning", version: 1).In("Asia/Shanghai").From(2027, 3, 25).To(2027, 7, 1)
            .Unit("stitch").Task("stitch", t => t.OncePerDay().Awards("stitch")).Task("message", t => t.OncePerDay().Message())
            .Draw("lucky", d => d.Weekly().ClaimWithin(Duration.FromDays(7))
                .TopBy("rank", "stitch", 1, TiePolicy.EarliestToReach, alternates: 1)
                .RandomOf("messages", Population.ApprovedMessages, 1)).Build();
        await using var services = new ServiceCollection().AddSingleton<IClock>(clock).AddCampaignKit(kit => kit.AddCampaign(definition)).BuildServiceProvider();
        var campaign = services.GetRequiredService<ICampaigns>()["changning"];
        await campaign.EnrolAsync([new("p-1"), new("p-2"), new("p-3")]);
        foreach (var who in new[] { "p-1", "p-2" })
            await campaign.CheckInAsync(who, new CheckInRequest("stitch", "k"));
        var message = (CheckInAccepted)await campaign.CheckInAsync("p-3", new CheckInRequest("message", "m"));
        await campaign.ApproveMessageAsync(message.CheckIn.Id, "editor");
        var week = campaign.Draw("lucky").PeriodOf(new LocalDate(2027, 3, 29));
        clock.Now = ChangningHost.At("2027-04-05T00:00");
        using var http = new HttpClient(new MadeUpBeacon());

        CampaignDraw lucky = campaign.Draw("lucky");
        Instant decides = clock.GetCurrentInstant() + Duration.FromHours(1);                            // time enough to lock and publish
        var late = new LateEntropy(Duration.FromHours(24), Drand.Default.FirstRoundAfter(decides + Duration.FromHours(25)));   // if quicknet fails
        var locked = await lucky.LockAsync(week, Drand.Quicknet.FirstRoundAfter(decides), late);
        if (locked is DrawIsLocked { Draw: var draw })
            DrawFolder.Save(draw, folder);                               // publish now: manifest and pools

        Assert.IsType<EntropyPending>(Assert.IsType<DrawRefused>(await lucky.HoldAsync(week, new DrandClient(http))).Why);
        clock.Advance(Duration.FromHours(1) + Duration.FromMinutes(1));
        // From time to time, http being an HttpClient: refused with EntropyPending until the round is there.
        if (await lucky.HoldAsync(week, new DrandClient(http)) is DrawIsHeld && await lucky.PublishAsync(week) is DrawIsPublished published)
            DrawFolder.Save(published.Result, folder);                   // transcript.json, check.sh and verify.html; prizes stand in handbooks

        Assert.True(DrawVerifier.Verify(Path.Combine(folder, DrawFolder.TranscriptFile)).IsValid);
        Assert.IsType<PrizeIsClaimed>(await lucky.ClaimAsync(week, "messages", "00003-1"));
        Assert.Equal("00002", Assert.IsType<PrizeIsForfeited>(
            await lucky.ForfeitAsync(week, "rank", "00001", reason: "employee", by: "desk-2")).Prize.Entry.Id);
        clock.Advance(Duration.FromDays(8));
        Assert.Equal(PrizeStatus.NobodyLeft, Assert.Single(await lucky.ForfeitOverdueAsync(week)).Status);
        DrawFolder.Save((await lucky.ResultAsync(week))!, folder);
        Assert.True(DrawVerifier.Verify(Path.Combine(folder, DrawFolder.TranscriptFile)).IsValid);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The definition that the package's readme shows.</summary>
    [Fact]
    public void Definition_OfTheReadme_IsValid()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit/README.md"));
        var json = readme.Split("```json\n")[1].Split("```")[0];
        Assert.Equal("changning", CampaignFile.Read(json).Id);
    }

    /// <summary>Answers as drand's quicknet does, with signatures that nobody has made: their hash is right, and that is what the client can tell.</summary>
    private sealed class MadeUpBeacon : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            var signature = new string('a', 96);
            var body = path.EndsWith("/info", StringComparison.Ordinal)
                ? $$"""{"public_key":"{{Drand.Quicknet.PublicKey}}","period":3,"genesis_time":1692803367,"hash":"{{Drand.Quicknet.Hash}}","groupHash":"f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e","schemeID":"bls-unchained-g1-rfc9380","metadata":{"beaconID":"quicknet"} }"""
                : $$"""{"round":{{path.Split('/')[^1]}},"randomness":"{{Digest.Of(Convert.FromHexString(signature))}}","signature":"{{signature}}"}""";
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(body) });
        }
    }
}
