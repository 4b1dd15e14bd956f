using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Jobs;
using Yakuba.Text;

namespace Yakuba.Office.Library;

/// <summary>The municipality's documents: taken in, kept through their life, found.</summary>
public static class LibraryRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton(_ => Lexicon.OpenInstalled())
        .AddSingleton<SearchAnalyser>()
        .AddSingleton<LibraryIndex>()
        .AddSingleton<ReadableVersions>()
        .AddSingleton<LibrarySearch>()
        .AddSingleton<TermWeights>()
        .AddSingleton<Originals>()
        .AddSingleton<ImportJob>()
        .AddScoped<ImportFilesHandler>()
        .AddJob(new JobKind(ImportJob.Kind, "文書の取込み", (run, cancel) => run.Services.GetRequiredService<ImportJob>().RunAsync(run, cancel)));

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapLibrary(this IEndpointRouteBuilder app)
    {
    }

    /// <summary><c>yakuba import</c>, <c>yakuba search</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [ImportCommand.Create(context), SearchCommand.Create(context)];
}
