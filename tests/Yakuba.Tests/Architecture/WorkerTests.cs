using System.Reflection;
using System.Runtime.CompilerServices;
using Yakuba.Documents;

namespace Yakuba.Tests.Architecture;

/// <summary>Files are read in worker processes and nowhere else: the reader itself cannot be named outside its library, and one door of the product leads to the workers.</summary>
public sealed class WorkerTests
{
    private static readonly Assembly Documents = typeof(DocumentWorkers).Assembly;

    [Fact]
    public void The_readers_are_closed_to_every_project_but_tests()
    {
        Faults.None(Documents.GetExportedTypes().Where(t => t.Name.EndsWith("Reader", StringComparison.Ordinal)).Select(t => t.Name));
        Assert.False(Documents.GetType("Yakuba.Documents.DocumentReader", throwOnError: true)!.IsPublic);
        Assert.Equal(["Yakuba.Documents.Tests", "Yakuba.Legislation.Tests"], Documents.GetCustomAttributes<InternalsVisibleToAttribute>().Select(a => a.AssemblyName));
    }

    [Fact]
    public void One_class_of_the_product_asks_workers_to_read() => Assert.Equal(
        ["LintText", "GuardedReader", "EnactmentFile"], // the first and the last for commands alone, which have no municipality
        SourceTree.Files("src/Yakuba.Office", ".cs").Concat(SourceTree.Files("src/Yakuba.Platform", ".cs")).Concat(SourceTree.Files("src/Yakuba", ".cs"))
            .Where(f => SourceTree.Text(f).Contains("workers.ReadAsync", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)).Distinct());

    [Fact]
    public void Only_the_rooms_own_listing_makes_workers() => Assert.Equal(
        ["src/Yakuba.Office/Draft/Lint/LintCommand.cs", "src/Yakuba.Office/Library/LibraryRoom.cs", "src/Yakuba.Office/Ordinances/ApplyAmendment/ApplyCommand.cs", "src/Yakuba.Office/Ordinances/CheckOrdinance/CheckCommand.cs", "src/Yakuba.Office/Ordinances/CompareOrdinances/CompareCommand.cs", "src/Yakuba.Office/Ordinances/ShowOrdinance/ShowCommand.cs", "src/Yakuba.Office/Ordinances/WriteAmendment/AmendCommand.cs", "src/Yakuba/Towns/TownOpener.cs"], // one municipality alone; one of several, whose workers read in the turns of all
        SourceTree.Files("src", ".cs").Where(f => SourceTree.Text(f).Contains("new DocumentWorkers(", StringComparison.Ordinal)));

    [Fact]
    public void Packages_that_parse_foreign_formats_are_used_by_that_library_alone()
    {
        var parsers = new[] { "AngleSharp", "ExcelDataReader" };
        Faults.None(Product.Assemblies.SelectMany(a => a.GetReferencedAssemblies().Where(r => parsers.Contains(r.Name)).Select(r => $"{a.GetName().Name}: {r.Name}")));
        Assert.Contains(Documents.GetReferencedAssemblies(), r => r.Name == "AngleSharp");
    }

    [Fact]
    public void The_switch_of_the_worker_is_no_command_that_help_shows() =>
        Assert.DoesNotContain(DocumentWorker.Switch.TrimStart('-'), SourceTree.Text("docs/reference/commands.md"), StringComparison.Ordinal);
}
