using System.Reflection;
using System.Xml.Linq;

namespace Yakuba.Tests.Architecture;

/// <summary>The direction of the house: engines, platform, districts, host; never the other way.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Engines = ["Yakuba.Text", "Yakuba.Search", "Yakuba.Documents", "Yakuba.Evidence", "Yakuba.Papers", "Yakuba.Privacy", "Yakuba.Legislation", "Yakuba.Prose", "Yakuba.Ledger", "Yakuba.Verify"];

    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Yakuba.Text"] = [],
        ["Yakuba.Search"] = ["Yakuba.Text"],
        ["Yakuba.Documents"] = ["Yakuba.Text"],
        ["Yakuba.Evidence"] = ["Yakuba.Text"],
        ["Yakuba.Papers"] = ["Yakuba.Text"],
        ["Yakuba.Privacy"] = ["Yakuba.Text"],
        ["Yakuba.Legislation"] = ["Yakuba.Text"],
        ["Yakuba.Prose"] = ["Yakuba.Text"],
        ["Yakuba.Ledger"] = [],
        ["Yakuba.Verify"] = ["Yakuba.Ledger"],
        ["Yakuba.Platform"] = ["Yakuba.Ledger", "Yakuba.Privacy", "Yakuba.Search", "Yakuba.Text"],
        ["Yakuba.Office"] = ["Yakuba.Documents", "Yakuba.Evidence", "Yakuba.Ledger", "Yakuba.Legislation", "Yakuba.Papers", "Yakuba.Platform", "Yakuba.Privacy", "Yakuba.Prose", "Yakuba.Search", "Yakuba.Text"],
        ["Yakuba"] = ["Yakuba.Office"],
    };

    /// <summary>What an engine must do without: the web, stores, sockets. Beginnings of assembly and package names.</summary>
    private static readonly string[] NotForEngines =
        ["Microsoft.AspNetCore", "Microsoft.Data", "Microsoft.Extensions", "System.Data.SQ", "SQLite", "Npgsql", "Dapper", "OpenAI", "System.Net.Http", "System.Net.Sockets", "System.Net.Requests", "System.DirectoryServices"];

    [Fact]
    public void Each_project_refers_to_the_projects_listed_for_it() =>
        Assert.Equal(
            References.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}: {string.Join(", ", r.Value)}"),
            Projects().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}: {string.Join(", ", Named(p.Xml, "ProjectReference").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal))}"));

    [Fact]
    public void Engines_are_plain_libraries_without_web_and_store() =>
        Faults.None(Projects().Where(p => Engines.Contains(p.Name)).SelectMany(p =>
            Named(p.Xml, "FrameworkReference").Concat(Named(p.Xml, "PackageReference").Where(IsNotForEngines)).Append((string?)p.Xml.Attribute("Sdk") == "Microsoft.NET.Sdk" ? "" : "Sdk")
                .Where(n => n.Length > 0).Select(n => $"{p.Name}: {n}")));

    [Fact]
    public void Compiled_engines_name_no_web_and_no_store() =>
        Faults.None(Engines.Where(e => e != "Yakuba.Verify").SelectMany(e => Assembly.Load(e).GetReferencedAssemblies().Select(a => a.Name!).Where(IsNotForEngines).Select(a => $"{e}: {a}")));

    [Fact]
    public void The_same_look_at_the_platform_finds_web_and_store()
    {
        var names = Assembly.Load("Yakuba.Platform").GetReferencedAssemblies().Select(a => a.Name!).Where(IsNotForEngines).ToList();
        Assert.Contains("Dapper", names);
        Assert.Contains(names, n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static bool IsNotForEngines(string name) => NotForEngines.Any(n => name.StartsWith(n, StringComparison.Ordinal));

    private static IEnumerable<(string Name, XElement Xml)> Projects() =>
        SourceTree.Files("src", ".csproj").Select(f => (Path.GetFileNameWithoutExtension(f), XElement.Parse(SourceTree.Text(f))));

    private static IEnumerable<string> Named(XElement project, string item) => project.Descendants(item).Select(e => (string)e.Attribute("Include")!);
}
