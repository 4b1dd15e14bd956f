using System.Reflection;
using Yakuba.Office.Ask;
using Yakuba.Platform;

namespace Yakuba.Tests.Architecture;

/// <summary>The compiled product.</summary>
internal static class Product
{
    /// <summary>Platform, districts and host.</summary>
    internal static IReadOnlyList<Assembly> Assemblies { get; } = [typeof(Problem).Assembly, typeof(AskRoom).Assembly, typeof(Rooms).Assembly];

    /// <summary>Engines too.</summary>
    internal static IReadOnlyList<Assembly> WithEngines { get; } =
        [.. Assemblies, .. new[] { "Yakuba.Text", "Yakuba.Search", "Yakuba.Documents", "Yakuba.Evidence", "Yakuba.Legislation", "Yakuba.Papers", "Yakuba.Privacy", "Yakuba.Prose", "Yakuba.Ledger" }.Select(Assembly.Load)];
}
