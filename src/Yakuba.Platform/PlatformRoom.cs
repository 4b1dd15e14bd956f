using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yakuba.Platform.Data;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Settings;

namespace Yakuba.Platform;

/// <summary>What every room stands on: the store, the clock, settings and jobs.</summary>
public static class PlatformRoom
{
    /// <summary>Adds the municipality's store and what needs nothing but it.</summary>
    /// <param name="services">The municipality's services.</param>
    /// <param name="directory">The opened data directory; the caller disposes it after the services.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, DataDirectory directory)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(directory);
        services.AddSingleton(directory.Database); // an instance: the directory closes it, not the container
        services.AddSingleton<SettingStore>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobRunner>();
        foreach (var setting in MunicipalitySettings.All)
        {
            services.AddSetting(setting);
        }

        return services;
    }

    /// <summary>Makes a setting known.</summary>
    public static IServiceCollection AddSetting(this IServiceCollection services, SettingDefinition setting) => services.AddSingleton(setting);

    /// <summary>Offers a kind of job.</summary>
    public static IServiceCollection AddJob(this IServiceCollection services, JobKind kind) => services.AddSingleton(kind);
}
