namespace Yakuba.Office.Tests.Library;

/// <summary>A line of <c>typed-forms.tsv</c>.</summary>
/// <param name="Typed">What a person types.</param>
/// <param name="Written">What the document writes.</param>
/// <param name="Kind">How they differ.</param>
internal sealed record TypedForm(string Typed, string Written, string Kind)
{
    internal static IReadOnlyList<TypedForm> All() =>
        [.. Lines("typed-forms.tsv").Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(cells => new TypedForm(cells[0], cells[1], cells[2]))];

    /// <summary>True where some line says that documents write a form just as it is typed.</summary>
    internal static bool IsWrittenSo(string typed) => All().Any(pair => pair.Typed == typed && pair.Written == typed);

    /// <summary>Words of the office that are none of the written forms, to be told from them.</summary>
    internal static IEnumerable<string> OtherWords() => Lines("other-words.txt");

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Library", "Typing", file)).Where(line => line.Length > 0);
}
