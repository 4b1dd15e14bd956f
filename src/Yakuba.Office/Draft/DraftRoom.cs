using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Draft.Approve;
using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.Export;
using Yakuba.Office.Draft.Issue;
using Yakuba.Office.Draft.Keep;
using Yakuba.Office.Draft.Lint;
using Yakuba.Office.Draft.ListDrafts;
using Yakuba.Office.Draft.Program;
using Yakuba.Office.Draft.Regulate;
using Yakuba.Office.Draft.ShowDraft;
using Yakuba.Office.Draft.Sources;
using Yakuba.Office.Draft.Store;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.WriteDraft;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Privacy;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Office.Draft;

/// <summary>Official documents from a purpose to a number: templates, text, approval.</summary>
public static class DraftRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddDraft(this IServiceCollection services) => services
        .AddPrivacy()
        .AddNames(DraftActions.Names)
        .AddSingleton<TemplateStore>()
        .AddSingleton<HouseFacts>()
        .AddSingleton<PersonalWarning>()
        .AddSingleton<DraftDesk>()
        .AddSingleton<DraftChanges>()
        .AddSingleton<CreateDraftHandler>()
        .AddSingleton<ReviseDraftHandler>()
        .AddSingleton<DropDraftHandler>()
        .AddSingleton<DraftPageModels>()
        .AddSingleton<PutInSourceHandler>()
        .AddSingleton<KeepTemplatesHandler>()
        .AddSingleton<DraftExport>()
        .AddSingleton<RegulationStore>()
        .AddSingleton<SubmitDraftHandler>()
        .AddSingleton<DecideDraftHandler>()
        .AddSingleton<PullBackDraftHandler>()
        .AddSingleton<ApprovalModels>()
        .AddSingleton<WaitingList>()
        .AddSingleton<IssueDraftHandler>()
        .AddSingleton(new NavItem(31, "/drafts/waiting", "決裁待ち", "To approve", NavGroup.Work, user => user.May(Right.WriteDrafts)) { CountAsync = WaitingList.CountAsync })
        .AddSingleton(new NavItem(30, "/drafts", "起案", "Drafts", NavGroup.Work, user => user.May(Right.WriteDrafts)));

    /// <summary><c>yakuba draft</c> and <c>yakuba lint</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [DraftCommand.Create(context), LintCommand.Create(context)];

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapDraft(this IEndpointRouteBuilder app)
    {
        DraftListPages.Map(app);
        NewDraftPages.Map(app);
        DraftPages.Map(app);
        EditDraftPages.Map(app);
        SourcesPages.Map(app);
        TemplatePages.Map(app);
        ExportEndpoints.Map(app);
        DraftsApi.Map(app);
        ApprovalEndpoints.Map(app);
        WaitingPages.Map(app);
        RegulationPages.Map(app);
    }
}
