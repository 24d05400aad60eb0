using CampaignKit.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CampaignKit;

/// <summary>
/// What <c>AddCampaignKit</c> hands out to wire the kit: <c>Add…</c> adds, <c>Use…</c> replaces. Used while services are registered, by
/// one thread.
/// </summary>
public sealed class CampaignKitBuilder : IEventStoreBuilder
{
    internal CampaignKitBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that the kit is registered with.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a campaign to run. Adding the same definition again changes nothing.</summary>
    /// <param name="campaign">The definition.</param>
    /// <exception cref="ArgumentException">Another definition with the same id was added.</exception>
    public CampaignKitBuilder AddCampaign(Campaign campaign)
    {
        Guard.Against.Null(campaign);
        foreach (var added in Services.Select(s => s.ServiceType == typeof(Campaign) ? s.ImplementationInstance : null).OfType<Campaign>())
        {
            if (added.Id != campaign.Id)
                continue;
            if (added.Digest == campaign.Digest)
                return this;
            throw new ArgumentException($"Two different definitions have the id {campaign.Id}.", nameof(campaign));
        }

        Services.AddSingleton(campaign);
        return this;
    }

    /// <summary>Sets options; they are checked when the kit starts.</summary>
    /// <param name="configure">Sets them.</param>
    public CampaignKitBuilder Configure(Action<CampaignKitOptions> configure)
    {
        Services.Configure(Guard.Against.Null(configure));
        return this;
    }

    /// <summary>Uses a store; the last one named counts. Without one the record is in memory and ends with the process.</summary>
    /// <param name="create">Makes the store, once; the container disposes of it.</param>
    public void UseEventStore(Func<IServiceProvider, IEventStore> create) =>
        Services.Replace(ServiceDescriptor.Singleton(Guard.Against.Null(create)));
}
