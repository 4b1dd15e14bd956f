using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Platform.Audit.ExportRecord;
using Yakuba.Platform.Audit.ProveEntry;
using Yakuba.Platform.Audit.VerifyRecord;
using Yakuba.Platform.CommandLine;

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
        .AddSingleton<ProveEntryHandler>();

    /// <summary><c>yakuba audit …</c>.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [AuditCommands.Create(context)];
}
