using CampaignKit.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CampaignKit;

/// <summary>Runs the campaigns that a host added: starts each when it is first asked for, or all with the host.</summary>
internal sealed class Campaigns : ICampaigns, IHostedService, IAsyncDisposable, IDisposable
{
    private readonly Dictionary<string, Lazy<RunningCampaign>> _running;

    public Campaigns(
        IEnumerable<Campaign> definitions,
        IEventStore store,
        IOptions<CampaignKitOptions> options,
        IClock clock,
        TimeProvider time,
        ILoggerFactory? loggers = null)
    {
        var added = definitions.ToList();
        Ids = [.. added.Select(c => c.Id)];
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<RunningCampaign>();
        _running = added.ToDictionary(
            campaign => campaign.Id,
            campaign => new Lazy<RunningCampaign>(() => new RunningCampaign(campaign, store, options.Value, clock, time, logger)),
            StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Ids { get; }

    public RunningCampaign this[string id] =>
        _running.TryGetValue(Guard.Against.Null(id), out var running)
            ? running.Value
            : throw new KeyNotFoundException($"No campaign {id} was added; there {(Ids.Count == 1 ? "is" : "are")} {(Ids.Count == 0 ? "none" : string.Join(", ", Ids))}.");

    /// <summary>Starts following every campaign, so that boards are up to date when the host begins to serve.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Ids)
            await this[id].CatchUpAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var campaign in _running.Values.Where(c => c.IsValueCreated))
            await campaign.Value.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>For containers that are disposed of synchronously: waits for <see cref="DisposeAsync"/>.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
