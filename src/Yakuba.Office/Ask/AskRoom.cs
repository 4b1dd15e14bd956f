using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Evidence;
using Yakuba.Office.Ask.Admit;
using Yakuba.Office.Ask.Answering;
using Yakuba.Office.Ask.AskQuestion;
using Yakuba.Office.Ask.CheckModel;
using Yakuba.Office.Ask.Compose;
using Yakuba.Office.Ask.ForgetDeleted;
using Yakuba.Office.Ask.Gate;
using Yakuba.Office.Ask.GiveFeedback;
using Yakuba.Office.Ask.HandOver;
using Yakuba.Office.Ask.Judge;
using Yakuba.Office.Ask.ListAnswers;
using Yakuba.Office.Ask.Record;
using Yakuba.Office.Ask.Retrieve;
using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Ask.Verify;
using Yakuba.Platform.Audit;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Models.CheckModel;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Office.Ask;

/// <summary>Questions and verified answers.</summary>
public static class AskRoom
{
    /// <summary>Adds the seven steps and what they need.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        foreach (var setting in AskSettings.All)
        {
            services.AddSetting(setting);
        }

        return services.AddSteps().AddPages().AddNames(AskActions.Names)
            .AddSingleton<FaqQuestions>()
            .AddSingleton<CheckModelJob>()
            .AddJob(new JobKind(CheckModelHandler.Kind, "モデルの試験", (run, cancel) => run.Services.GetRequiredService<CheckModelJob>().RunAsync(run, cancel)));
    }

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapAsk(this IEndpointRouteBuilder app)
    {
        AskPages.Map(app);
        QuestionsApi.Map(app);
        AskHistoryEndpoint.Map(app);
        GiveFeedbackEndpoints.Map(app);
        HandoverPages.Map(app);
    }

    /// <summary><c>yakuba ask</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [AskCommand.Create(context), ForgetDeletedCommand.Create(context)];

    private static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton(new NavItem(10, "/ask", "質問", "Ask", NavGroup.Work, _ => true))
        .AddSingleton(new NavItem(11, "/ask/history", "履歴", "History", NavGroup.Work, user => user.May(Right.Ask)))
        .AddSingleton<AskerLimits>()
        .AddSingleton<PersonalNotice>()
        .AddSingleton<ExampleQuestions>()
        .AddSingleton<AskPageModels>()
        .AddSingleton<AnswerArchive>()
        .AddSingleton<AnswerViews>()
        .AddScoped<AskHandler>()
        .AddScoped<GiveFeedbackHandler>()
        .AddSingleton<ForgetDeletedHandler>()
        .AddSingleton<HelpfulAnswers>()
        .AddSingleton<AnswerSearchAgain>()
        .AddSingleton(provider => provider.GetRequiredService<AnswerSearchAgain>().Replay)
        .AddSingleton(AnswerEraser.Eraser)
        .AddSingleton(new NavItem(22, "/handover", "引継ぎ", "Handover", NavGroup.Work, user => user.May(Right.EditLibrary)))
        .AddSingleton<HandoverReports>()
        .AddSingleton<ExportHandoverHandler>();

    private static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddSingleton<NameGate>()
        .AddSingleton<NameReader>()
        .AddSingleton<SupportChecker>()
        .AddSingleton<Admission>()
        .AddSingleton<Understanding>()
        .AddSingleton<Retrieval>()
        .AddSingleton<QuestionTermsReader>()
        .AddSingleton<LikenessReader>()
        .AddSingleton<EvidenceRanking>()
        .AddSingleton<NamesAndYears>()
        .AddSingleton<OnlyAPerson>()
        .AddSingleton<EvidenceGate>()
        .AddSingleton<ExtractiveComposer>()
        .AddSingleton<ComposerChoice>()
        .AddSingleton<Verification>()
        .AddSingleton<AnswerStore>()
        .AddSingleton<WhereToTurn>()
        .AddSingleton<StillReadable>()
        .AddSingleton<AskPipeline>();
}
