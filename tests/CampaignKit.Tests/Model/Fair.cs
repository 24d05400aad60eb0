using CampaignKit.Calendars;
using CampaignKit.Draws;
using NodaTime;

namespace CampaignKit.Tests.Model;

/// <summary>A campaign in which a few commands meet every kind of rule: days start at four in the morning.</summary>
internal static class Fair
{
    public static readonly string[] Teams = ["red", "blue"];

    public static Campaign Definition { get; } = Campaign.Define("fair", version: 1)
        .In("Asia/Shanghai").DayStartsAt(new LocalTime(4, 0)).From(2021, 3, 25).To(2021, 4, 7)
        .Unit("stitch").Unit("mile").Unit("piece", slots: ["song", "drum"])
        .Teams(Teams).Sites("library")
        .Task("stitch", t => t.OncePerDay().Awards("stitch"))
        .Task("walk", t => t.TimesPer(2, PeriodRule.Week).Awards("mile", 5).Awards("stitch"))
        .Task("fete", t => t.Once().Between(new LocalDate(2021, 3, 27), new LocalDate(2021, 3, 30)).Awards("stitch", 3))
        .Task("song", t => t.OncePerTeam().AwardsTeam("piece", "song"))
        .Task("drum", t => t.OncePerTeam().AwardsTeam("piece", "drum").AwardsTeam("mile", 10))
        .Task("letter", t => t.AnyTime().Message())
        .Goal("flag", g => g.Sum("stitch").Reaches(3))
        .Goal("puzzle", g => g.Distinct("piece").Reaches(2).Latched())
        .Draw("lucky", d => d.Weekly().FreezeAfter(Duration.FromHours(2)).TopBy("rank", "stitch", 3, TiePolicy.Ticket))
        .Build();
}
