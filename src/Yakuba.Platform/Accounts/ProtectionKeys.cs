using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Yakuba.Platform.Data;

namespace Yakuba.Platform.Accounts;

/// <summary>The framework's keys for form tokens, in the store: every node has the same, and a backup has them too.</summary>
/// <remarks>The interface is synchronous. It is called once at the start and once in 90 days, never inside a unit of work.</remarks>
internal sealed class ProtectionKeys(Database database) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => StoreAsync(element, friendlyName).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        await using var read = await database.ReadAsync();
        return [.. (await read.QueryAsync<string>("SELECT xml FROM protection_key ORDER BY name")).Select(xml => XElement.Parse(xml))];
    }

    private async Task StoreAsync(XElement element, string name)
    {
        await using var work = await database.BeginAsync();
        await work.ExecuteAsync(
            "INSERT INTO protection_key (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml",
            new { name, xml = element.ToString(SaveOptions.DisableFormatting) });
        await work.CommitAsync();
    }
}
