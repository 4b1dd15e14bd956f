using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Evaluate.Abstain;
using Yakuba.Office.Evaluate.Learn;
using Yakuba.Office.Evaluate.Learn.Decide;
using Yakuba.Office.Evaluate.ShowLearning;
using Yakuba.Office.Evaluate.Town;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Jobs;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Office.Evaluate;

/// <summary>The room of figures: how well search and answers do on judged questions, and what they learn from them.</summary>
public static class EvaluateRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddEvaluate(this IServiceCollection services) => services
        .AddSingleton<JudgedFile>()
        .AddSingleton<JudgedAnswers>()
        .AddSingleton<LearningStore>()
        .AddSingleton<WeightLearning>()
        .AddSingleton<LearningMeasure>()
        .AddSingleton<LearnHandler>()
        .AddSingleton<LearnJob>()
        .AddSingleton<LearningPageModels>()
        .AddSingleton(new NavItem(86, "/learning", "学習", "Learning", NavGroup.Manage, user => user.May(Right.ManageSettings)))
        .AddJob(new JobKind(LearnJob.Kind, "検索の学習", (run, cancel) => run.Services.GetRequiredService<LearnJob>().RunAsync(run, cancel)))
        .AddNames(EvaluateActions.Names);

    /// <summary>Maps the room's page.</summary>
    public static void MapEvaluate(this IEndpointRouteBuilder app) => LearningPages.Map(app);

    /// <summary><c>yakuba eval …</c>, <c>yakuba learn …</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) =>
    [
        new DatalessCommand("eval", "検索と回答の質を測る")
        {
            EvalRetrieval.Create(context),
            EvalVectors.Create(context),
            EvalAbstain.Create(context),
            EvalPairs.Create(context),
            EvalRead.Create(context),
            EvalTown.Create(context),
        },
        new DatalessCommand("learn", "言葉と順位づけを学ばせる")
        {
            LearnCommand.Create(context),
            UndoCommand.Create(context),
            ShowCommand.Create(context),
            TryLearning.Create(context),
            LearnWords.Create(context),
            LearnDecision.Create(context),
        },
    ];
}
