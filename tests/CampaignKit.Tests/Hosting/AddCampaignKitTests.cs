using CampaignKit.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CampaignKit.Tests.Hosting;

public sealed class AddCampaignKitTests
{
    [Fact]
    public async Task AddCampaignKit_Twice_OneKitWithBothCampaigns()
    {
        var other = Campaign.Define("other", 1).In("UTC").From(2021, 1, 1).To(2021, 12, 31).Unit("point").Build();
        var services = new ServiceCollection();
        services.AddCampaignKit(kit => kit.AddCampaign(ChangningHost.Definition));
        services.AddCampaignKit(kit => kit.AddCampaign(other).AddCampaign(ChangningHost.Definition));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(["changning", "other"], provider.GetRequiredService<ICampaigns>().Ids);
        Assert.Single(provider.GetServices<ICampaigns>());
        Assert.Single(provider.GetServices<IHostedService>());
        Assert.Single(provider.GetServices<IEventStore>());
        Assert.IsType<InMemoryEventStore>(provider.GetRequiredService<IEventStore>());
    }

    [Fact]
    public void AddCampaign_AnotherDefinitionWithTheId_Refused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCampaignKit(kit =>
            kit.AddCampaign(ChangningHost.Definition).AddCampaign(ChangningHost.Define(version: 2).Build())));

    [Fact]
    public async Task UseEventStore_Twice_LastOneCounts()
    {
        var last = new InMemoryEventStore();
        await using var provider = new ServiceCollection()
            .AddCampaignKit(kit =>
            {
                kit.UseEventStore(_ => new InMemoryEventStore());
                kit.UseEventStore(_ => last);
            })
            .BuildServiceProvider();
        Assert.Same(last, provider.GetRequiredService<IEventStore>());
    }

    [Fact]
    public async Task Configure_OutOfRange_NamesEveryOption()
    {
        await using var provider = new ServiceCollection()
            .AddCampaignKit(kit => kit.AddCampaign(ChangningHost.Definition).Configure(o =>
            {
                o.MaxAttempts = 0;
                o.CachedParticipants = -1;
                o.ClockTolerance = Duration.FromDays(1);
            }))
            .BuildServiceProvider();
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ICampaigns>()["changning"]);
        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public async Task Indexer_UnknownCampaign_NamesThoseThatRun()
    {
        await using var provider = new ServiceCollection().AddCampaignKit(kit => kit.AddCampaign(ChangningHost.Definition)).BuildServiceProvider();
        var error = Assert.Throws<KeyNotFoundException>(() => provider.GetRequiredService<ICampaigns>()["jingan"]);
        Assert.Contains("changning", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_RecordOfAnEarlierHost_IsFolded()
    {
        var store = new InMemoryEventStore();
        await using (var first = ChangningHost.Run(store))
        {
            await first.Campaign.EnrolAsync("p-1");
            await first.AcceptedAsync("p-1", new CheckInRequest("stitch", "k"));
        }

        await using var second = ChangningHost.Run(store);
        await using var provider = new ServiceCollection()
            .AddCampaignKit(kit => kit.AddCampaign(ChangningHost.Definition).UseEventStore(_ => store))
            .BuildServiceProvider();
        foreach (var hosted in provider.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        Assert.Equal(1, provider.GetRequiredService<ICampaigns>()["changning"].Tally("stitch").Total);
    }

    [Fact]
    public async Task CheckInAsync_StoreThatCannotBeReached_Throws()
    {
        var store = new InMemoryEventStore();
        await using var host = ChangningHost.Run(store);
        await host.Campaign.EnrolAsync("p-1");
        await store.DisposeAsync();
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => host.Campaign.CheckInAsync("p-1", "stitch", "k"));
    }

    [Fact]
    public async Task AddCampaignKit_ContainerDisposedSynchronously_StopsTheCampaign()
    {
        var provider = new ServiceCollection().AddCampaignKit(kit => kit.AddCampaign(ChangningHost.Definition)).BuildServiceProvider();
        var campaign = provider.GetRequiredService<ICampaigns>()["changning"];
        await campaign.EnrolAsync("p-1");
        ((IDisposable)provider).Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => campaign.EnrolAsync("p-2"));
    }

    [Fact]
    public async Task AddCampaignKit_BeforeAddLogging_LeavesTheHostsLogging()
    {
        var lines = new List<string>();
        await using var provider = new ServiceCollection()
            .AddCampaignKit(kit => kit.AddCampaign(ChangningHost.Definition))
            .AddSingleton<ILoggerFactory>(new LineLoggerFactory(lines))
            .AddSingleton<IClock>(new FixedClock(ChangningHost.At("2021-04-05T02:00")))
            .BuildServiceProvider();
        var campaign = provider.GetRequiredService<ICampaigns>()["changning"];
        var draw = campaign.Draw("lucky");
        await draw.LockAsync(draw.PeriodOf(new LocalDate(2021, 4, 1)), CampaignKit.Draws.OperatorCommitment.To(new string('a', 64)));

        Assert.Contains(lines, line => line.Contains("2021-W13 is locked", StringComparison.Ordinal));
    }

    private sealed class LineLoggerFactory(List<string> lines) : ILoggerFactory, ILogger
    {
        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
