using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Documents;
using Yakuba.Office.Library.AddDocuments;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Changing;
using Yakuba.Office.Library.Exporting;
using Yakuba.Office.Library.Holding;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Library.ListDocuments;
using Yakuba.Office.Library.Reorganise;
using Yakuba.Office.Library.Review;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Office.Library.ShowDocument;
using Yakuba.Office.Library.ShowReadingReport;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform.Audit;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Models.Embedding;
using Yakuba.Platform.Privacy;
using Yakuba.Platform.Web.Frame;
using Yakuba.Text;

namespace Yakuba.Office.Library;

/// <summary>The municipality's documents: taken in, kept through their life, found.</summary>
public static class LibraryRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddPrivacy() // also the dictionary
        .AddSingleton<SearchAnalyser>()
        .AddSingleton<LibraryIndex>()
        .AddVectors()
        .AddHostedService<OpenIndexAtStart>()
        .AddSingleton<LibraryCatalogue>()
        .AddSingleton<ReadableVersions>()
        .AddSingleton<NamedProvision>()
        .AddSingleton(_ => ShippedWords.Meant)
        .AddSingleton<LearnedWays>()
        .AddSingleton<LibrarySearch>()
        .AddSingleton<MeantSpelling>()
        .AddSingleton<PhrasePlaces>()
        .AddSingleton<TermWeights>()
        .AddImporting()
        .AddLifeCycle()
        .AddReorganisation()
        .AddNames(LibraryActions.Names)
        .AddPages();

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapLibrary(this IEndpointRouteBuilder app)
    {
        LibraryListPages.Map(app);
        BulkEndpoint.Map(app);
        ReviewPages.Map(app);
        ReviewsApi.Map(app);
        ReorganisePages.Map(app);
        ReorganisationsApi.Map(app);
        AddDocumentsPages.Map(app);
        DocumentPages.Map(app);
        DocumentActEndpoints.Map(app);
        OriginalEndpoint.Map(app);
        ReadingReportPages.Map(app);
        ImportPages.Map(app);
        HeldPages.Map(app);
        DocumentsApi.Map(app);
        SearchApi.Map(app);
        ImportsApi.Map(app);
        UploadsApi.Map(app);
        ExportPages.Map(app);
    }

    /// <summary><c>yakuba import</c>, <c>yakuba library</c>, <c>yakuba search</c>, <c>yakuba index</c>, <c>yakuba review</c>, <c>yakuba reorganise</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) =>
    [
        ImportCommand.Create(context), LibraryCommand.Create(context), SearchCommand.Create(context), IndexCommand.Create(context), ReviewCommand.Create(context), ReorganiseCommands.Create(context),
    ];

    private static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddSingleton<Originals>()
        .AddReadingLimits()
        .AddSingleton(_ => new DocumentWorkers())
        .AddSingleton<GuardedReader>()
        .AddSingleton<FilePreparation>()
        .AddSingleton<ImportFile>()
        .AddSingleton<KeptFile>()
        .AddSingleton<ExportReader>()
        .AddSingleton<ExportLibraryHandler>()
        .AddScoped<TakeLibraryHandler>()
        .AddSingleton<ImportHold>()
        .AddSingleton<HeldVersions>()
        .AddSingleton<DecideHeldHandler>()
        .AddSingleton<RecheckJob>()
        .AddJob(new JobKind(RecheckJob.Kind, "個人情報の見直し", (run, cancel) => run.Services.GetRequiredService<RecheckJob>().RunAsync(run, cancel)))
        .AddSingleton<ImportJob>()
        .AddScoped<ImportFilesHandler>()
        .AddSingleton<SteerImport>()
        .AddSingleton<ImportProgress>()
        .AddSingleton<ImportList>()
        .AddJob(new JobKind(ImportJob.Kind, "文書の取込み", (run, cancel) => run.Services.GetRequiredService<ImportJob>().RunAsync(run, cancel)));

    private static IServiceCollection AddReadingLimits(this IServiceCollection services)
    {
        foreach (var setting in ReadingLimits.All)
        {
            services.AddSetting(setting);
        }

        return services.AddSingleton<ReadingLimits>();
    }

    private static IServiceCollection AddVectors(this IServiceCollection services) => services
        .AddSingleton<LibraryVectors>()
        .AddSingleton<QuestionVectors>()
        .AddSingleton<VectorWeights>()
        .AddSingleton<HybridRanking>()
        .AddSingleton<QuestionCandidates>()
        .AddSingleton<LibraryExam>()
        .AddSingleton<VectorProgress>()
        .AddSingleton(provider => new EmbeddingLook((embedding, cancel) => provider.GetRequiredService<VectorProgress>().AtAsync(embedding, cancel)))
        .AddSingleton<VectorJob>()
        .AddSingleton<VectorUpkeep>()
        .AddHostedService(provider => provider.GetRequiredService<VectorUpkeep>())
        .AddJob(new JobKind(VectorJob.Kind, "文書のベクトル作成", (run, cancel) => run.Services.GetRequiredService<VectorJob>().RunAsync(run, cancel)));

    private static IServiceCollection AddLifeCycle(this IServiceCollection services) => services
        .AddSingleton<VersionChanges>()
        .AddSingleton<ConfirmDocumentHandler>()
        .AddSingleton<PublishDocumentHandler>()
        .AddSingleton<WithdrawDocumentHandler>()
        .AddSingleton<RetireDocumentHandler>()
        .AddSingleton<UndoRetireHandler>()
        .AddSingleton<ReviseDetailsHandler>()
        .AddSingleton<DeleteVersionHandler>()
        .AddSingleton(provider => new LaterChanges(provider.GetRequiredService<RetireDocumentHandler>(), provider.GetRequiredService<Originals>()))
        .AddSetting(ReviewRule.Interval)
        .AddSingleton<ReviewDocumentHandler>()
        .AddSingleton<UndoReviewHandler>()
        .AddSingleton<ReviewLists>()
        .AddSingleton<LifeCycle>();

    private static IServiceCollection AddReorganisation(this IServiceCollection services) => services
        .AddSingleton<ReorganisationPlanner>()
        .AddSingleton<ReorganisationSteps>()
        .AddSingleton<ReorganiseHandler>()
        .AddSingleton<ReorganiseModels>()
        .AddHostedService<ReorganiseOnTheDay>()
        .AddSingleton(new NavItem(82, "/reorganise", "機構改革", "Reorganisation", NavGroup.Manage, user => user.May(Right.ManagePeople)));

    private static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton(new NavItem(20, "/library", "文書", "Documents", NavGroup.Work, user => user.May(Right.ReadLibrary)))
        .AddSingleton(new NavItem(21, "/library/review", "見直し", "Reviews", NavGroup.Work, user => user.May(Right.EditLibrary)) { CountAsync = ReviewCount.OfAsync })
        .AddSingleton(new NavItem(23, "/library/held", "保留", "Held", NavGroup.Work, user => user.May(Right.EditLibrary)) { CountAsync = HeldPages.CountAsync })
        .AddSingleton<DocumentQuery>()
        .AddSingleton<DocumentPageModels>()
        .AddSingleton<UploadStaging>()
        .AddScoped<UploadReader>()
        .AddScoped<FilingDesk>()
        .AddScoped<UploadDesk>()
        .AddScoped<ReceivePiece>()
        .AddScoped<StartUpload>()
        .AddScoped<AddDocumentsHandler>();
}
