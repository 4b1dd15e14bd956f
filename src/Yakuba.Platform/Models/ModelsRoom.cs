using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Models.AttachModel;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Models;

/// <summary>The language model: attached or not, how it did, and the only way to it.</summary>
public static class ModelsRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        foreach (var setting in ModelSettings.All)
        {
            services.AddSetting(setting);
        }

        return services
            .AddSingleton(new NavItem(84, "/model", "モデル", "Model", NavGroup.Manage, user => user.May(Right.ManageModel)))
            .AddSingleton<ModelKey>()
            .AddSingleton<ModelEndpoint>()
            .AddSingleton<AttachModelHandler>()
            .AddSingleton<CheckModelHandler>()
            .AddSingleton<ScoreSheets>()
            .AddSingleton<ModelPageModels>();
    }

    /// <summary>Maps the page and the API.</summary>
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        ModelPages.Map(routes);
        ModelApi.Map(routes);
    }

    /// <summary><c>yakuba model</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [ModelCommands.Create(context)];
}
