using System.Xml.Linq;

namespace Yakuba.Tests.Architecture;

/// <summary>Nothing is left out of the build, and no test project out of the run.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution() =>
        Assert.Equal(
            new[] { "src", "tests", "bench" }.SelectMany(f => SourceTree.Files(f, ".csproj")).Order(StringComparer.Ordinal),
            XElement.Parse(SourceTree.Text("Yakuba.slnx")).Descendants("Project").Select(p => (string)p.Attribute("Path")!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_source_project_has_a_test_project_or_is_tested_through_another() =>
        Faults.None(SourceTree.Files("src", ".csproj")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(name => name != "Yakuba.Verify" && !File.Exists(SourceTree.PathOf($"tests/{name}.Tests/{name}.Tests.csproj"))));

    [Fact]
    public void A_test_project_has_tests() =>
        Faults.None(SourceTree.Files("tests", ".Tests.csproj")
            .Where(p => !SourceTree.Files(Path.GetDirectoryName(p)!, ".cs").Any(f => SourceTree.Text(f).Contains("[Fact", StringComparison.Ordinal))));
}
