namespace Yakuba.Towns;

/// <summary>What is looked at with each request: made anew with each change, never changed.</summary>
internal sealed class TownTable(InstallationFile file, Dictionary<string, Town> towns)
{
    internal InstallationFile File { get; } = file;

    internal Dictionary<string, Town> Towns { get; } = towns;

    internal Dictionary<string, TownEntry> ByHost { get; } = file.Towns.Where(t => t.Host.Length > 0).ToDictionary(t => t.Host, StringComparer.OrdinalIgnoreCase);

    internal Dictionary<string, TownEntry> ByPath { get; } = file.Towns.Where(t => t.Host.Length == 0).ToDictionary(t => t.Code);
}
