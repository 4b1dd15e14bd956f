using Yakuba.Documents;
using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>An act or ordinance of the public test data, as the product reads it.</summary>
/// <param name="Name">Folder and file.</param>
/// <param name="Path">Where the file lies.</param>
/// <param name="Lines">The lines of the file.</param>
internal sealed record RealEnactment(string Name, string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] Folders = ["law-html", "law-text", "law-xml", "ordinance-html"];
    private static readonly Lazy<RealEnactment[]> Read = new(() =>
        [.. Folders.Select(f => System.IO.Path.Combine(SharedData.Folder, "documents", f)).Where(Directory.Exists).SelectMany(Directory.GetFiles).Order(StringComparer.Ordinal).Select(Of)]);

    private EnactmentReading? _reading;

    /// <summary>All of them; none where the data is absent, and then a test says so and passes.</summary>
    internal static RealEnactment[] All
    {
        get
        {
            Assert.SkipWhen(Read.Value.Length == 0, "The public documents are not beside the repository.");
            return Read.Value;
        }
    }

    internal EnactmentReading Reading => _reading ??= EnactmentParser.Parse(Lines);

    internal Enactment Enactment => Reading.Enactment;

    internal static RealEnactment Named(string part) => All.First(e => e.Name.Contains(part, StringComparison.Ordinal));

    private static RealEnactment Of(string path)
    {
        var read = DocumentReader.Read(path, File.ReadAllBytes(path), ReadLimits.Default with { AsEnactment = true }, CancellationToken.None);
        return new(System.IO.Path.Combine(System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!), System.IO.Path.GetFileName(path)), path, [.. EnactmentLines.Of(((ReadDocument)read).Document.Blocks)]);
    }
}
