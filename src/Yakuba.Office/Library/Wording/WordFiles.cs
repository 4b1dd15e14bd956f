using Yakuba.Platform;

namespace Yakuba.Office.Library.Wording;

/// <summary>A pair of texts of one meaning.</summary>
/// <param name="Said">As residents say it.</param>
/// <param name="Meant">As documents say it.</param>
public readonly record struct MeaningPair(string Said, string Meant);

/// <summary>A FAQ entry with the ways in which residents ask for it.</summary>
/// <param name="Question">The entry's question.</param>
/// <param name="Answer">The entry's answer.</param>
/// <param name="Ways">Questions of residents; at least one.</param>
public sealed record AskedEntry(string Question, string Answer, IReadOnlyList<string> Ways)
{
    /// <summary>Whose collection it belongs to: what the file's name begins with, up to the first hyphen.</summary>
    public string Collection { get; init; } = "";
}

/// <summary>Reads the folder of words: matters (<c>topics</c>) and entries with the ways they are asked for (<c>questions</c>); <c>words/README.md</c> tells the form.</summary>
public sealed class WordFiles
{
    private const char Items = '、';

    private static readonly Problem NotReadable = new(
        "library-words-not-readable", 400, "言葉のファイルを読み取れません。各行の項目の数と区切り（タブ）を words/README.md で確認してください。");

    private readonly List<MeaningPair> _pairs = [];
    private readonly List<AskedEntry> _entries = [];
    private string _collection = "";

    private WordFiles()
    {
    }

    /// <summary>All pairs of the topics: what is said with each name of the matter, and the names with each other.</summary>
    public IReadOnlyList<MeaningPair> TopicPairs => _pairs;

    /// <summary>All entries.</summary>
    public IReadOnlyList<AskedEntry> Entries => _entries;

    /// <summary>Reads every <c>*.tsv</c> of the folders <c>topics</c> and <c>questions</c>, in order of their names.</summary>
    public static Result<WordFiles> Read(string folder)
    {
        var files = new WordFiles();
        try
        {
            foreach (var path in Files(folder, "topics"))
            {
                if (files.Take(path, files.TakeTopic) is { } problem)
                {
                    return problem;
                }
            }

            foreach (var path in Files(folder, "questions"))
            {
                if (files.Take(path, files.TakeEntry) is { } problem)
                {
                    return problem;
                }
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return NotReadable.With(folder);
        }
    }

    private static IEnumerable<string> Files(string folder, string kind) =>
        Directory.EnumerateFiles(Path.Combine(folder, kind), "*.tsv").Order(StringComparer.Ordinal);

    private Problem? Take(string path, Func<string[], bool> take)
    {
        var number = 0;
        _collection = Path.GetFileName(path).Split('-')[0];
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !take(line.Split('\t')))
            {
                return NotReadable.With($"{path} {number}行目");
            }
        }

        return null;
    }

    private bool TakeTopic(string[] cells)
    {
        if (cells is not [{ Length: > 0 } name, var names, { Length: > 0 } said, ..] || cells.Length > 4)
        {
            return false;
        }

        string[] meant = [name, .. Split(names)];
        _pairs.AddRange(from s in Split(said) from m in meant select new MeaningPair(s, m));
        _pairs.AddRange(from a in meant from b in meant where a != b select new MeaningPair(a, b));
        return true;
    }

    private bool TakeEntry(string[] cells)
    {
        if (cells is not [{ Length: > 0 } question, { Length: > 0 } answer, { Length: > 0 } ways])
        {
            return false;
        }

        _entries.Add(new AskedEntry(question, answer, ways.Split('‖', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) { Collection = _collection });
        return true;
    }

    private static string[] Split(string items) => items.Split(Items, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
