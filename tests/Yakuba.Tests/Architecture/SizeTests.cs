namespace Yakuba.Tests.Architecture;

/// <summary>Files stay small enough to read at one go, and are named for what they hold.</summary>
public sealed class SizeTests
{
    private const int MostLines = 400;

    private static readonly string[] EmptyWords = ["Helper", "Utils", "Utility", "Manager", "Common", "Impl", "Misc"];

    /// <summary>Longer files, each with its reason.</summary>
    private static readonly Dictionary<string, string> Longer = new()
    {
    };

    [Fact]
    public void Files_have_at_most_400_lines() => Assert.Equal(Longer.Keys.Order(StringComparer.Ordinal), TooLong(MostLines));

    [Fact]
    public void No_file_has_a_name_that_says_nothing() =>
        Faults.None(Written().Where(HasEmptyName));

    [Theory, InlineData("src/TextHelper.cs"), InlineData("src/Common/Text.cs"), InlineData("src/SessionManager.razor")]
    public void A_name_that_says_nothing_is_noticed(string path) => Assert.True(HasEmptyName(path));

    [Fact]
    public void The_count_sees_a_long_file() => Assert.Contains("src/Yakuba.Search/IndexWriter.cs", TooLong(60));

    private static IEnumerable<string> TooLong(int most) => Written().Where(f => File.ReadLines(SourceTree.PathOf(f)).Count() > most);

    private static IEnumerable<string> Written() => new[] { "src", "tests", "bench" }.SelectMany(f => SourceTree.Files(f, ".cs", ".razor", ".css", ".js", ".sql"))
        .Where(f => !f.EndsWith(".min.js", StringComparison.Ordinal));

    private static bool HasEmptyName(string path) => path.Split('/').Any(part => EmptyWords.Any(w => Words(part).Contains(w)));

    /// <summary>The words of a PascalCase name.</summary>
    private static IEnumerable<string> Words(string name) => System.Text.RegularExpressions.Regex.Matches(name, "[A-Z][a-z]+").Select(m => m.Value);
}
