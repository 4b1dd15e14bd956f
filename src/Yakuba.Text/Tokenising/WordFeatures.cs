using System.Collections.Concurrent;
using System.Text;

namespace Yakuba.Text;

/// <summary>
/// Features of the entries of one word list, read on first use and kept: a town's documents use some ten thousand entries, and
/// all of them together would take about 60 MB.
/// </summary>
internal sealed class WordFeatures(WordDictionary dictionary)
{
    private const int PartOfSpeechFields = 4;
    private const int BaseFormField = 6;
    private const int ReadingField = 7;

    private readonly WordFeature?[] _features = new WordFeature?[dictionary.EntryCount];
    private readonly ConcurrentDictionary<string, string> _shared = new();

    /// <summary>The feature of a word of a text.</summary>
    internal WordFeature Of(in Morpheme word, string text) =>
        // Two threads may both read an entry; the results are equal and either may stay.
        Volatile.Read(ref _features[word.Entry]) ?? Read(word, text);

    private WordFeature Read(in Morpheme found, string text)
    {
        var entry = found.Entry;
        var fields = Fields(dictionary.Feature(entry));
        var word = found.Word >= 0 ? text.Substring(found.Start, found.Length) : string.Empty;
        var baseForm = Given(fields, BaseFormField);
        var feature = new WordFeature(
            word,
            Shared(string.Join(',', fields.Take(PartOfSpeechFields))),
            baseForm == word ? word : baseForm,
            Given(fields, ReadingField));
        Volatile.Write(ref _features[entry], feature);
        return feature;
    }

    private string Shared(string value) => _shared.GetOrAdd(value, value);

    private static string Given(List<string> fields, int index) =>
        index < fields.Count && fields[index] != "*" ? fields[index] : string.Empty;

    /// <summary>Splits comma-separated fields; a field in double quotes may hold commas and doubled quotes.</summary>
    private static List<string> Fields(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[i++]);
            }
            else if (text[i] == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (text[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(text[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
