using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>Finds the things that a text calls by name: ordinances, schemes, facilities, sections, certificates, municipalities, quoted words.</summary>
/// <remarks>A name is a run of nouns that ends in a generic head (給付金, センター, 課). Which heads count is municipal usage, see <see cref="NameHeads"/>;
/// words come from the dictionary, so that 関係 is no 係 and 都市 no 市.</remarks>
public sealed class NameReader(Lexicon lexicon)
{
    /// <summary>Reads the named things of a question or a passage, in the order of the text. Linear in the length of the text.</summary>
    public IReadOnlyList<NamedThing> Read(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var reading = TextReading.Of(question, lexicon);
        var names = Read(reading);
        for (var i = 0; i < names.Count; i++)
        {
            var (start, length) = reading.Normal.OriginalSpan(names[i].Start, names[i].Length);
            names[i] = names[i] with { Start = start, Length = length, Text = question.Substring(start, length) };
        }

        return names;
    }

    /// <summary>The same with offsets into the normal form.</summary>
    internal static List<NamedThing> Read(TextReading reading)
    {
        var names = new List<NamedThing>();
        QuotedNames.Read(reading, names);
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = i;
            while (last + 1 < tokens.Count && NounRun.Joins(tokens, last, last + 1))
            {
                last++;
            }

            if (NounRun.IsPart(tokens[i]))
            {
                ReadRun(reading, NounRun.Widen(tokens, i), last, names);
            }

            i = last;
        }

        names.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        return names;
    }

    // A run may hold several names: 八重桜市子育て支援課窓口 ends in 窓口, and 子育て支援課 stands inside.
    private static void ReadRun(TextReading reading, int first, int last, List<NamedThing> names)
    {
        var from = Municipalities.Read(reading, first, last, names, out var municipality);
        var consumed = from;
        for (var end = from; end <= last; end++)
        {
            var run = reading.Value.AsSpan(reading.Tokens[consumed].Start, End(reading.Tokens[end]) - reading.Tokens[consumed].Start);
            var head = NameHeads.EndOf(run);
            if (head is null || IsInsideWord(reading, end, head) || EndsLater(reading, consumed, end, last, head))
            {
                continue;
            }

            names.Add(NameParts.Build(reading, consumed, end, head, municipality));
            if (head.Kind == NameKind.Section || !head.IsWeak)
            {
                consumed = end + 1;
            }

            if (consumed > last)
            {
                break;
            }
        }
    }

    // 子育て応援給付金 is read at 給付金, not at 給付; 図書館条例 at 条例, since the head of the whole run tells what it is.
    private static bool EndsLater(TextReading reading, int from, int end, int last, NameHead head)
    {
        if (end == last || head.Kind == NameKind.Section && !head.IsWeak && head.Written is "課" or "係" or "局")
        {
            return false;
        }

        for (var later = end + 1; later <= last; later++)
        {
            var run = reading.Value.AsSpan(reading.Tokens[from].Start, End(reading.Tokens[later]) - reading.Tokens[from].Start);
            if (NameHeads.EndOf(run) is { } next && !IsInsideWord(reading, later, next))
            {
                return true;
            }
        }

        return false;
    }

    // 場所, 休館 and デイサービス are words of the dictionary; their ends are no heads.
    private static bool IsInsideWord(TextReading reading, int last, NameHead head) =>
        reading.Tokens[last].IsKnown && !Words.IsProper(reading.Tokens[last]) && reading.Tokens[last].Length > head.Written.Length;

    private static int End(in Token token) => token.Start + token.Length;
}
