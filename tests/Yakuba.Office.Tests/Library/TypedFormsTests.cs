using System.Text;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Office.Tests.Library;

/// <summary>Japanese as people type it: each form of the table finds the passage that writes the word in another form, by the product's own terms.</summary>
public sealed class TypedFormsTests : IDisposable
{
    private static readonly Lexicon s_lexicon = Lexicon.OpenInstalled();
    private static readonly SearchAnalyser s_analyser = new(s_lexicon);

    private readonly string _folder = Directory.CreateTempSubdirectory("yakuba-typed-").FullName;

    [Fact]
    public void Every_kind_of_typed_form_finds_the_written_one()
    {
        var pairs = TypedForm.All();
        string[] written = [.. pairs.Select(p => p.Written).Concat(TypedForm.OtherWords()).Distinct()];
        using var index = Build(written);
        using var snapshot = index.Snapshot();
        var report = new StringBuilder().Append(pairs.Count).AppendLine(" pairs");
        var failed = new List<string>();
        foreach (var kind in pairs.GroupBy(p => p.Kind))
        {
            var missed = kind.Where(p => First(snapshot, written, p.Typed) != p.Written).ToList();
            var share = 1 - ((double)missed.Count / kind.Count());
            report.AppendLine($"{kind.Key}: {kind.Count() - missed.Count} of {kind.Count()} ({share:P1}) {string.Join(' ', missed.Select(p => $"{p.Typed}→{First(snapshot, written, p.Typed)}"))}");
            if (share < Required(kind.Key))
            {
                failed.Add(kind.Key);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(failed.Count == 0, report.ToString());
        Assert.True(pairs.Count >= 300);
    }

    // What search alone must find. A misspelling has もしかして beside it; 送り仮名 and ローマ字 miss one each (建替え, whose ending the
    // dictionary takes for another word; 避難所, whose じょ it reads しょ).
    private static double Required(string kind) => kind switch
    {
        "誤記" => 0.8,
        "送り仮名" => 0.98,
        "ローマ字" => 0.97,
        _ => 1,
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // By form alone: what is meant by a word beside itself is tested with the words.
    private static string First(IndexSnapshot snapshot, string[] written, string typed) =>
        snapshot.Search(PassageQuery.Of(s_analyser, typed, MeantWords.None, snapshot), Others(written, typed), 1) is [var hit] ? written[hit.Group - 1] : "";

    // A passage that writes exactly what is typed stands in the table for another pair; it would rightly come first.
    private static PermittedGroups Others(string[] written, string typed) =>
        PermittedGroups.Of(Enumerable.Range(1, written.Length).Where(i => written[i - 1] != typed || TypedForm.IsWrittenSo(typed)).Select(i => (uint)i));

    private SearchIndex Build(string[] written)
    {
        using var writer = IndexWriter.Open(_folder, PassageFields.Schema);
        for (var i = 0; i < written.Length; i++)
        {
            writer.Add(new IndexEntry((uint)i + 1, 0, PassageFields.Terms(s_analyser, "", "", null, $"{written[i]}について案内します。")));
        }

        writer.Commit();
        return SearchIndex.Open(_folder);
    }
}
