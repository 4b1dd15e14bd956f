using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Privacy.FindPersonalData;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Privacy;
using Yakuba.Text;

namespace Yakuba.Platform.Privacy;

/// <summary>The room of personal data: finding it, masking it, and the gate in front of every way out.</summary>
public static class PrivacyRoom
{
    /// <summary>Adds the gate. The rooms that own a way out add it too, so that none of them can be without it.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(PrivacyGate)))
        {
            return services;
        }

        foreach (var setting in PrivacySettings.All)
        {
            services.AddSetting(setting);
        }

        services.TryAddSingleton(_ => Lexicon.OpenInstalled());
        return services.AddSingleton<PersonalDataReader>().AddSingleton<PrivacyGate>();
    }

    /// <summary><c>yakuba pii</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [FindCommand.Create(context)];
}
