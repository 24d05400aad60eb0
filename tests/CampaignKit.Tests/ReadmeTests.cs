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

    /// <summary>The definition that the package's readme shows.</summary>
    [Fact]
    public void Definition_OfTheReadme_IsValid()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "src/CampaignKit/README.md"));
        var json = readme.Split("```json\n")[1].Split("```")[0];
        Assert.Equal("changning", CampaignFile.Read(json).Id);
    }
}
