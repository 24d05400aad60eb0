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
}
