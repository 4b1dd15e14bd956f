using System.CommandLine;
using Yakuba.Api;
using Yakuba.Office.Ask;
using Yakuba.Office.Draft;
using Yakuba.Office.Evaluate;
using Yakuba.Office.Library;
using Yakuba.Office.Operate;
using Yakuba.Office.Ordinances;
using Yakuba.Office.PaperFiles;
using Yakuba.Platform;
using Yakuba.Platform.Accounts;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Platform.Models;
using Yakuba.Platform.Privacy;
using Yakuba.Platform.Privacy.Logs;
using Yakuba.Platform.Web;
using Yakuba.Reference;
using Yakuba.Towns;

namespace Yakuba;

/// <summary>The rooms of the house, in the order in which they stand on each other.</summary>
internal static class Rooms
{
    /// <summary>Everything that works on one data directory.</summary>
    internal static IServiceCollection AddRooms(this IServiceCollection services, DataDirectory directory) => services
        .AddPlatform(directory)
        .AddAudit()
        .AddAccounts()
        .AddModels()
        .AddLibrary()
        .AddAsk()
        .AddDraft()
        .AddEvaluate()
        .AddOperate()
        .AddApi()
        .AddNames(TownActions.Names);

    /// <summary>The same outside of a server, for a command that opens the directory itself.</summary>
    internal static ServiceProvider Open(DataDirectory directory) => new ServiceCollection()
        .AddLogging(log => log.AddContentFreeConsole(toErrors: true))
        .AddRooms(directory)
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    /// <summary>Every page and API of the house.</summary>
    internal static void MapRooms(this IEndpointRouteBuilder app)
    {
        foreach (var open in app.MapWeb())
        {
            open.AllowResident();
        }

        app.MapAudit();
        app.MapAccounts();
        app.MapModels();
        app.MapLibrary();
        app.MapAsk();
        app.MapDraft();
        app.MapEvaluate();
        app.MapOperate();
        app.MapApi();
    }

    /// <summary>Every command.</summary>
    internal static IEnumerable<Command> Commands(CommandContext context) =>
    [
        ServeCommand.Create(context),
        TownCommands.Create(context),
        LogCommands.Create(context),
        .. AccountsRoom.AccountsCommands(context),
        .. AuditRoom.Commands(context),
        .. PrivacyRoom.Commands(context),
        .. ModelsRoom.Commands(context),
        .. LibraryRoom.Commands(context),
        .. AskRoom.Commands(context),
        .. DraftRoom.Commands(context),
        .. EvaluateRoom.Commands(context),
        .. PaperFilesRoom.Commands(context),
        .. OperateRoom.Commands(context, Open),
        .. OrdinancesRoom.Commands(context),
        ReferenceCommand.Create(context),
    ];
}
