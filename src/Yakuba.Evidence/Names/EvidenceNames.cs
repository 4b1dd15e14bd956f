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

    /// <summary>A name of the evidence that the question has but for one character, whatever words the dictionary made of it; both are compared folded and as written, since folding hides where a character was replaced. Null if there is none.</summary>
    internal (NamedThing Asked, NamedThing Known)? NearMissIn(string foldedQuestion, Func<string, string> fold, HashSet<string> aliases)
    {
        var exact = new Dictionary<int, int>();
        var misses = new List<(int At, NamedThing Asked, NamedThing Known)>();
        foreach (var name in _names)
        {
            if (name.Elements.Count == 0 || name.Head.Length == 0 || name.Kind == NameKind.Municipality)
            {
                continue;
            }

            var (distinctive, head) = (fold(name.Distinctive), fold(name.Head));
            for (var at = foldedQuestion.IndexOf(head, StringComparison.Ordinal); at >= 0; at = foldedQuestion.IndexOf(head, at + 1, StringComparison.Ordinal))
            {
                if (foldedQuestion.AsSpan(0, at).EndsWith(distinctive, StringComparison.Ordinal))
                {
                    exact[at] = Math.Max(exact.GetValueOrDefault(at), distinctive.Length);
                }
                else if (NearMiss.Before(foldedQuestion, at, distinctive) is { } written && NameFold.Of(written) != NameFold.Of(distinctive) && !aliases.Contains(NameFold.Of(written + head)))
                {
                    misses.Add((at, name with { Text = written + head, Distinctive = written, Elements = [written], Start = 0, Length = 0 }, name));
                }
            }
        }

        foreach (var (at, asked, known) in misses)
        {
            // 税条例 stands at the end of 民国健康保険税条例; the longer name decides.
            if (asked.Distinctive.Length > exact.GetValueOrDefault(at))
            {
                return (asked, known);
            }
        }

        return null;
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
