using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Models.AttachModel;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Platform.Privacy;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Models;

/// <summary>The language model: attached or not, how it did, and the only way to it.</summary>
public static class ModelsRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        foreach (var setting in ModelSettings.All.Concat(EmbeddingSettings.All))
        {
            services.AddSetting(setting);
        }

        return services
            .AddPrivacy()
            .AddNames(
                ("model-attached", "モデルの接続"),
                ("model-detached", "モデルの切離し"),
                ("model-check-begun", "モデルの試験の開始"),
                ("model-checked", "モデルの試験の結果"),
                ("embedding-attached", "埋込みモデルの接続"),
                ("embedding-detached", "埋込みモデルの切離し"))
            .AddSingleton(new NavItem(84, "/model", "モデル", "Model", NavGroup.Manage, user => user.May(Right.ManageModel)))
            .AddSingleton<ModelKey>()
            .AddSingleton<ModelEndpoint>()
            .AddSingleton<EmbeddingEndpoint>()
            .AddSingleton<AttachEmbeddingHandler>()
            .AddSingleton<CheckEmbeddingHandler>()
            .AddSingleton<EmbeddingPageModels>()
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
        EmbeddingPages.Map(routes);
    }

    /// <summary><c>yakuba model</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [ModelCommands.Create(context)];
}
