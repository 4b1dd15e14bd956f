using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Operate.AfterRestore;
using Yakuba.Office.Operate.ChangeSettings;
using Yakuba.Office.Operate.DrillBackup;
using Yakuba.Office.Operate.MakeBackup;
using Yakuba.Office.Operate.RestoreBackup;
using Yakuba.Office.Operate.RollBack;
using Yakuba.Office.Operate.SeedTown;
using Yakuba.Office.Operate.ShowHealth;
using Yakuba.Office.Operate.StandReady;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Frame;

namespace Yakuba.Office.Operate;

/// <summary>Running the system: samples, backup and restore, health, settings.</summary>
public static class OperateRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddOperate(this IServiceCollection services) => services
        .AddNames(OperateActions.Names)
        .AddScoped<SeedTownHandler>()
        .AddSingleton<MakeBackupHandler>()
        .AddSingleton<DrillHandler>()
        .AddSingleton<Readiness>()
        .AddSingleton<ChangeSettingsHandler>()
        .AddSingleton<HealthLook>()
        .AddSingleton<MunicipalityName>()
        .AddSingleton<IHealthSource, RecordHealth>()
        .AddSingleton<IHealthSource, ReaderHealth>()
        .AddSingleton<IHealthSource, RestoreHealth>()
        .AddSingleton<IHealthSource, DrillHealth>()
        .AddSingleton(provider => new FrameFacts
        {
            Municipality = _ => provider.GetRequiredService<MunicipalityName>().Current,
            Record = _ => provider.GetRequiredService<RecordKeeper>().State,
        })
        .AddSingleton(new NavItem(90, "/settings", "設定", "Settings", NavGroup.Manage, user => user.May(Right.ManageSettings)))
        .AddSingleton(new NavItem(95, "/health", "稼働状況", "Health", NavGroup.Manage, user => user.May(Right.ReadHealth)));

    /// <summary>Maps the room's pages and API.</summary>
    public static void MapOperate(this IEndpointRouteBuilder app)
    {
        SettingsPages.Map(app);
        HealthPages.Map(app);
    }

    /// <summary>The room's commands.</summary>
    /// <param name="context">What they work with.</param>
    /// <param name="open">All rooms of a directory that a command opens itself.</param>
    public static IEnumerable<Command> Commands(CommandContext context, Func<DataDirectory, ServiceProvider> open) =>
    [
        SeedCommand.Create(context),
        SettingCommands.Create(context),
        BackupCommand.Create(context),
        RestoreCommand.Create(context),
        RestoredCommand.Create(context),
        RollBackCommand.Create(context, open),
    ];
}
