using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Yakuba.Office.Operate.SeedTown;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Operate;

/// <summary>Running the system: samples, backup and restore, health, settings.</summary>
public static class OperateRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddOperate(this IServiceCollection services) => services.AddScoped<SeedTownHandler>();

    /// <summary>The room's commands.</summary>
    public static IEnumerable<Command> Commands(CommandContext context) => [SeedCommand.Create(context)];
}
