using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit.AskWitness;
using Yakuba.Platform.Audit.ChangeKey;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.ListEntries;
using Yakuba.Platform.Audit.PrintSheet;
using Yakuba.Platform.Audit.ProveEntry;
using Yakuba.Platform.Audit.RemoveTexts;
using Yakuba.Platform.Audit.Replay;
using Yakuba.Platform.Audit.ShowEntry;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Platform.Audit;

/// <summary>The record: appended with every change, signed, verified, shown to the auditor.</summary>
public static class AuditRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditTrail>()
        .AddSingleton<RecordKeeper>()
        .AddSingleton<VerifyRecordHandler>()
        .AddSingleton<ExportRecordHandler>()
        .AddSingleton<ProveEntryHandler>()
        .AddSingleton<ListEntriesQuery>()
        .AddSingleton<ShowEntryQuery>()
        .AddSingleton<OpenBodyHandler>()
        .AddSingleton<RecordSummaryQuery>()
        .AddSingleton<RecordSheetHandler>()
        .AddSingleton<KeptHead>()
        .AddSingleton<ChangeKeyHandler>()
        .AddSingleton<WitnessRequestHandler>()
        .AddSingleton<ReplayHandler>()
        .AddRemovals()
        .AddSingleton(new NavItem(60, "/audit", "記録", "Record", NavGroup.Manage, user => user.May(Right.ReadRecord)))
        .AddNames(
            ("signed-in", "サインイン"),
            ("signed-out", "サインアウト"),
            ("sign-in-refused", "サインインの失敗"),
            ("sign-in-locked", "サインインの制限"),
            ("sign-in-disabled", "停止中のアカウントのサインイン"),
            ("password-changed", "パスワードの変更"),
            ("password-change-refused", "パスワード変更の失敗"),
            ("password-reset", "仮のパスワードの発行"),
            ("account-added", "利用者の追加"),
            ("account-changed", "利用者の変更"),
            ("account-disabled", "利用者の停止"),
            ("account-enabled", "利用者の再開"),
            ("section-added", "課の追加"),
            ("section-changed", "課の変更"),
            ("token-created", "トークンの発行"),
            ("token-revoked", "トークンの取消し"),
            ("passkey-added", "パスキーの登録"),
            ("passkey-removed", "パスキーの削除"))
        .AddNames(RecordActions.Names);

    private static IServiceCollection AddRemovals(this IServiceCollection services) => services
        .AddSetting(Retention.Years)
        .AddSingleton<Retention>()
        .AddSingleton<AskRemovalHandler>()
        .AddSingleton<DecideRemovalHandler>()
        .AddSingleton<LaterRemovals>()
        .AddSingleton<RemovalQuery>();

    /// <summary>Says what actions are called for people.</summary>
    public static IServiceCollection AddNames(this IServiceCollection services, params ReadOnlySpan<(string Action, string Words)> names)
    {
        foreach (var (action, words) in names)
        {
            services.AddSingleton(new AuditActionName(action, words));
        }

        return services;
    }

    /// <summary>Maps the auditor's pages and API.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) => AuditEndpoints.Map(routes);

    /// <summary><c>yakuba audit …</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [AuditCommands.Create(context)];
}
