using Yakuba.Api.Chat;
using Yakuba.Api.Mcp;
using Yakuba.Platform;

namespace Yakuba.Api;

/// <summary>The outer API: its description, the addresses of chat clients, and the Model Context Protocol.</summary>
internal static class ApiRoom
{
    /// <summary>Adds the API's services.</summary>
    internal static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSetting(ApiSettings.RequestsPerMinute)
        .AddSingleton<ApiLimits>()
        .AddScoped<AskForProgram>()
        .AddScoped<McpCalls>();

    /// <summary>Maps the API's addresses.</summary>
    internal static void MapApi(this IEndpointRouteBuilder routes)
    {
        OpenApiDocuments.Map(routes);
        ChatEndpoints.Map(routes);
        McpEndpoint.Map(routes);
    }
}
