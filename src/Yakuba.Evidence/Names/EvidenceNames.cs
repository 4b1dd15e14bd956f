using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>The names and the folded sentences of the evidence that a gate decides on.</summary>
internal sealed class EvidenceNames
{
    private readonly List<NamedThing> _names = [];
    private readonly List<string> _sentences = [];
    private readonly List<string> _texts = [];

    internal static EvidenceNames Of(IReadOnlyList<string> evidence, Lexicon lexicon)
    {
        var known = new EvidenceNames();
        foreach (var text in evidence)
        {
            var reading = TextReading.Of(text, lexicon);
            known._names.AddRange(NameReader.Read(reading));
            known._texts.Add(NameFold.Of(reading.Value));
            var start = 0;
            foreach (var end in reading.SentenceEnds)
            {
                known._sentences.Add(NameFold.Of(reading.Value[start..end]));
                start = end;
            }
        }

        return known;
    }

    internal bool Contains(string folded)
    {
        foreach (var text in _texts)
        {
            if (text.Contains(folded, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    internal bool HasMatch(NamedThing asked)
    {
        foreach (var name in _names)
        {
            if (name.Kind != NameKind.Municipality && NameMatch.IsSame(asked, name))
            {
                return true;
            }
        }

        return asked.IsPhrase || (NameHeads.EndOf(asked.Head)?.IsWeak ?? false) ? AreInOneSentence(asked) : false;
    }

    // A described service (見守り制度) or a phrase (手話言語の普及に関する条例) need not be one name, but its words stand together.
    private bool AreInOneSentence(NamedThing asked)
    {
        foreach (var sentence in _sentences)
        {
            if (asked.Elements.All(element => GeneralWords.IsModifier(element) || (element.Length >= 2 && sentence.Contains(element, StringComparison.Ordinal)))
                && (!asked.IsPhrase || sentence.Contains(asked.Head, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    internal string? NearestTo(NamedThing asked)
    {
        var (best, score) = ((string?)null, 0.34);
        var wanted = string.Concat(asked.Elements);
        foreach (var name in _names)
        {
            var likeness = name.Kind == asked.Kind && name.Elements.Count > 0 ? Likeness(wanted, string.Concat(name.Elements)) : 0;
            if (likeness > score)
            {
                (best, score) = (name.Text, likeness);
            }
        }

        return best;
    }

    private static double Likeness(string a, string b)
    {
        var shared = a.Count(c => b.Contains(c));
        return 2.0 * shared / (a.Length + b.Length);
    }
}
