using CampaignKit.Calendars;
using CampaignKit.Draws;
using CampaignKit.EventStore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace CampaignKit.Tests;

/// <summary>The campaign of the tests, and a host that runs it on a clock that stands still.</summary>
internal sealed class ChangningHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ChangningHost(Campaign definition, IEventStore store, TimeProvider time, Action<CampaignKitOptions> configure)
    {
        Store = store;
        _services = new ServiceCollection()
            .AddSingleton<IClock>(Clock)
            .AddSingleton(time)
            .AddCampaignKit(kit => kit.AddCampaign(definition).Configure(configure).UseEventStore(_ => new BorrowedStore(store)))
            .BuildServiceProvider();
        Campaign = _services.GetRequiredService<ICampaigns>()[definition.Id];
    }

    public static Campaign Definition { get; } = Define().Build();

    public IEventStore Store { get; }

    public FixedClock Clock { get; } = new(At("2021-03-25T10:00"));

    public RunningCampaign Campaign { get; }

    public static CampaignBuilder Define(int version = 1) => CampaignKit.Campaign.Define("changning", version)
        .In("Asia/Shanghai").From(2021, 3, 25).To(2021, 7, 1)
        .Unit("stitch")
        .Unit("piece", slots: ["embroidery", "quiz", "song", "dubbing"])
        .Teams("airport", "connected", "fashion", "ai", "finance", "health")
        .Sites("revolution-museum", "library")
        .Task("stitch", t => t.OncePerDay().Awards("stitch"))
        .Task("museum", t => t.OncePerDay().AtAnySite().Awards("stitch"))
        .Task("embroidery", t => t.OncePerTeam().AtAnySite().StaffApproval().AwardsTeam("piece", "embroidery"))
        .Task("quiz", t => t.OncePerTeam().AtAnySite().Quiz(pass: 60).AwardsTeam("piece", "quiz"))
        .Task("song", t => t.OncePerTeam().AtAnySite().StaffApproval().AwardsTeam("piece", "song"))
        .Task("dubbing", t => t.OncePerTeam().AtAnySite().StaffApproval().AwardsTeam("piece", "dubbing"))
        .Task("message", t => t.TimesPer(2, PeriodRule.Day).Message())
        .Goal("picture", g => g.Distinct("piece").Reaches(24).Latched())
        .Draw("lucky", d => d.Weekly().FreezeAfter(Duration.FromHours(2))
            .TopBy("rank", "stitch", 20, TiePolicy.Ticket)
            .RandomOf("messages", Population.ApprovedMessages, 20, alternates: 10)
            .NumberEndsWith("number", "1921", "2021"));

    /// <summary>A host on a store, a fresh one in memory unless said.</summary>
    public static ChangningHost Run(
        IEventStore? store = null, Campaign? definition = null, TimeProvider? time = null, Action<CampaignKitOptions>? configure = null) =>
        new(definition ?? Definition, store ?? new InMemoryEventStore(), time ?? TimeProvider.System, configure ?? (_ => { }));

    /// <summary>An instant as the campaign's people say it.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm[:ss]".Replace("[:ss]", local.Length > 16 ? ":ss" : "", StringComparison.Ordinal))
            .Parse(local).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    public async Task<CheckInAccepted> AcceptedAsync(ParticipantId who, CheckInRequest request) =>
        Assert.IsType<CheckInAccepted>(await Campaign.CheckInAsync(who, request));

    public async Task<T> RefusedAsync<T>(ParticipantId who, CheckInRequest request)
        where T : Refusal =>
        Assert.IsType<T>(Assert.IsType<CheckInRefused>(await Campaign.CheckInAsync(who, request)).Why);

    public async Task<CheckInAccepted> PieceAsync(ParticipantId who, string task) => await AcceptedAsync(
        who, new CheckInRequest(task, task) { Site = "library", QuizScore = task == "quiz" ? 60 : null, ApprovedBy = task == "quiz" ? null : "desk" });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
