using System.Diagnostics;
using System.Globalization;
using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Wording;
using Yakuba.Search;
using Yakuba.Text;

namespace Yakuba.Bench;

/// <summary>
/// <c>readers TOKENS QUERIES FOLDER [WAYS]</c>: what search by words costs readers of different rights, over a file of ready tokens (a line a passage) in a FOLDER that is made anew.
/// Thirty passages are a document; half of the documents are public, four tenths internal, a tenth of one section's alone, of forty sections. A first question makes bits, counts and the
/// WAYS known questions for its reader; then a document is added, and everybody asks again. No texts are read, so there is no second look.
/// </summary>
internal static class ReadersBenchmark
{
    private const int PassagesInDocument = 30;
    private const int Sections = 40;
    private const int Top = 100;

    internal static int Run(string[] arguments)
    {
        if (arguments.Length is < 3 or > 4)
        {
            Console.Error.WriteLine("readers TOKENS QUERIES FOLDER [WAYS]");
            return 2;
        }

        var analyser = new SearchAnalyser(Lexicon.OpenInstalled());
        var queries = File.ReadLines(arguments[1]).Select(line => string.Join('の', line.Split(' ').Select(Kana))).ToArray();
        var known = arguments.Length > 3 ? int.Parse(arguments[3], CultureInfo.InvariantCulture) : 1000;
        using var writer = IndexWriter.Open(arguments[2], PassageFields.Schema);
        uint passages = 0;
        long found = 0;
        var words = new Dictionary<string, string>(StringComparer.Ordinal); // as an index holds them
        foreach (var line in File.ReadLines(arguments[0]))
        {
            Add(writer, passages++, line);
        }

        writer.Commit();
        var documents = (passages + PassagesInDocument - 1) / PassagesInDocument;
        var ways = File.ReadLines(arguments[0]).Where((_, i) => i % Math.Max(1, passages / known) == 0).Take(known)
            .Select((line, i) => new KnownWay(string.Join('の', line.Split(' ').Take(6).Select(Kana)), (uint)i % documents, 0)).ToArray();
        using var index = SearchIndex.Open(arguments[2]);
        Console.WriteLine($"{passages} passages, {documents} documents, {ways.Length} known questions, {queries.Length} questions");
        Ask("compiler and disk", index, PermittedGroups.All, Cut(), 3);
        Console.WriteLine("| | first question p50, p95 ms | further p50, p95 ms |\n|---|---|---|");
        Rounds("first time, known questions cut for each", Readers(documents), eachCuts: true);
        Forget();
        var before = Readers(documents);
        Rounds("first time, cut once", before, eachCuts: false);
        Add(writer, documents * PassagesInDocument, File.ReadLines(arguments[0]).First());
        writer.Commit();
        Rounds("after a document came in, what was there kept", Readers(documents + 1), eachCuts: false);
        GC.KeepAlive(before); // as the library keeps the sets that were asked with lately
        before = [];
        Forget();
        Rounds("after a document came in, nothing kept, cut for each", Readers(documents + 1), eachCuts: true);
        return 0;

        IReadOnlyList<AskedWay> Cut() => AskedWay.Cut(ways, analyser);

        void Rounds(string what, PermittedGroups[] readers, bool eachCuts)
        {
            var (first, further) = (new List<double>(), new List<double>());
            IReadOnlyList<AskedWay>? cut = null;
            for (var reader = 0; reader < readers.Length; reader++)
            {
                var start = Stopwatch.GetTimestamp();
                cut = eachCuts ? Cut() : cut ?? Cut(); // once a change, for whoever asks first
                var made = Made(index, readers[reader], cut);
                Question(index, readers[reader], made, queries[reader]);
                first.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                foreach (var query in queries.Skip(Sections))
                {
                    start = Stopwatch.GetTimestamp();
                    Question(index, readers[reader], made, query);
                    further.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {At(first, 0.5):F1}, {At(first, 0.95):F1} | {At(further, 0.5):F2}, {At(further, 0.95):F2} |"));
        }

        void Ask(string what, SearchIndex from, PermittedGroups reader, IReadOnlyList<AskedWay> cut, int rounds)
        {
            var made = Made(from, reader, cut);
            for (var round = 0; round < rounds; round++)
            {
                Array.ForEach(queries, query => Question(from, reader, made, query));
            }

            Console.WriteLine($"({what}: warm; {found / (rounds * queries.Length)} passages found a question)");
        }

        KnownWays Made(SearchIndex from, PermittedGroups reader, IReadOnlyList<AskedWay> cut)
        {
            using var snapshot = from.Snapshot();
            return KnownWays.Of(cut, analyser, MeantWords.None, snapshot.CountsFor(reader));
        }

        void Question(SearchIndex from, PermittedGroups reader, KnownWays made, string question)
        {
            using var snapshot = from.Snapshot();
            var counts = snapshot.CountsFor(reader);
            found += made.Raise(question, snapshot.Search(PassageQuery.Of(analyser, question, MeantWords.None, counts), reader, Top), reader, counts, Top).Length;
        }

        string Word(string token)
        {
            if (!words.TryGetValue(token, out var word))
            {
                words.Add(token, word = SearchAnalyser.IndexedWords(analyser.Analyse(Kana(token))) is [var first, ..] ? first : Kana(token));
            }

            return word;
        }

        void Add(IndexWriter to, uint passage, string line)
        {
            var terms = new IReadOnlyList<string>[PassageFields.Schema.Fields.Count];
            Array.Fill(terms, []);
            terms[3] = [.. line.Split(' ').Select(Word)]; // body.words
            to.Add(new IndexEntry(passage / PassagesInDocument, passage % PassagesInDocument, terms));
        }
    }

    private static PermittedGroups[] Readers(uint documents) => [.. Enumerable.Range(0, Sections).Select(section => Readable(section, documents))];

    // What readers share lives as long as one of them.
    private static void Forget()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static PermittedGroups Readable(int section, uint documents) =>
        PermittedGroups.Of(Enumerable.Range(0, (int)documents).Where(d => d % 10 != 9 || d / 10 % Sections == section).Select(d => (uint)d));

    /// <summary>A token as a word of kana, which the dictionary does not cut.</summary>
    private static string Kana(string token) => string.Concat(token.Select(c => "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユ"[c <= '9' ? c - '0' : c - 'a' + 10]));

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
