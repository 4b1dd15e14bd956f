using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Evidence;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Ask.Verify;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Ask;

/// <summary>Questions and verified answers.</summary>
public static class AskRoom
{
    /// <summary>Adds the seven steps and what they need.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services) => services
        .AddSingleton<NameGate>()
        .AddSingleton<SupportChecker>()
        .AddSingleton<Admission>()
        .AddSingleton<Understanding>()
        .AddSingleton<Retrieval>()
        .AddSingleton<Coverage>()
        .AddSingleton<OnlyAPerson>()
        .AddSingleton<EvidenceGate>()
        .AddSingleton<ExtractiveComposer>()
        .AddSingleton<ComposerChoice>()
        .AddSingleton<Verification>()
        .AddSingleton<AnswerStore>()
        .AddSingleton<AskPipeline>();

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapAsk(this IEndpointRouteBuilder app)
    {
    }

    /// <summary><c>yakuba ask</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [AskCommand.Create(context)];
}
