using CampaignKit;
using CampaignKit.EventStore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the kit with a host's services.</summary>
public static class CampaignKitServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="ICampaigns"/> and what it needs: the in-memory store unless another is named, NodaTime's system clock unless
    /// an <see cref="IClock"/> is registered, options that are checked at start. Calling it again adds to the same kit.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Adds campaigns and names a store.</param>
    public static IServiceCollection AddCampaignKit(this IServiceCollection services, Action<CampaignKitBuilder>? configure = null)
    {
        Guard.Against.Null(services);
        services.AddOptions<CampaignKitOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CampaignKitOptions>, CampaignKitOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(SystemTime);
        services.TryAddSingleton<IEventStore>(_ => new InMemoryEventStore());
        services.TryAddSingleton<Campaigns>();
        services.TryAddSingleton<ICampaigns>(provider => provider.GetRequiredService<Campaigns>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Campaigns>(provider => provider.GetRequiredService<Campaigns>()));
        configure?.Invoke(new CampaignKitBuilder(services));
        return services;
    }

#pragma warning disable RS0030 // The one place that names the system clock: the default that a host replaces by registering its own.
    private static IClock SystemTime(IServiceProvider provider) => SystemClock.Instance;
#pragma warning restore RS0030
}
