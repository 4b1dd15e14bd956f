using System.Text;

namespace Yakuba.Legislation;

/// <summary>Carries out quoted phrases on the texts of one place. All phrases are sought in the texts as they stood before.</summary>
internal static class PhraseSubstitution
{
    /// <summary>The texts afterwards, or the phrase that does not occur or that crosses another.</summary>
    /// <param name="texts">Every text that the place covers.</param>
    /// <param name="changes">In the order of the sentence: what an earlier phrase took is not there for a later one.</param>
    internal static (IReadOnlyList<string>? Texts, PhraseChange? Missing, PhraseChange? Crossing) Apply(IReadOnlyList<string> texts, IReadOnlyList<PhraseChange> changes)
    {
        var taken = new List<(int Start, PhraseChange Change)>[texts.Count];
        foreach (var change in changes)
        {
            var found = false;
            for (var t = 0; t < texts.Count; t++)
            {
                for (var at = texts[t].IndexOf(change.Quoted, StringComparison.Ordinal); at >= 0; at = Next(texts[t], change.Quoted, at))
                {
                    var spans = taken[t] ??= [];
                    var meeting = spans.FirstOrDefault(s => s.Start < at + change.Quoted.Length && at < s.Start + s.Change.Quoted.Length);
                    if (meeting.Change is null)
                    {
                        spans.Add((at, change));
                        found = true;
                    }
                    else if (meeting.Start > at || meeting.Start + meeting.Change.Quoted.Length < at + change.Quoted.Length)
                    {
                        return (null, null, change);
                    }
                }
            }

            if (!found)
            {
                return (null, change, null);
            }
        }

        return ([.. texts.Select((text, t) => taken[t] is { } spans ? Written(text, spans) : text)], null, null);
    }

    private static int Next(string text, string quoted, int at) => text.IndexOf(quoted, at + quoted.Length, StringComparison.Ordinal);

    private static string Written(string text, List<(int Start, PhraseChange Change)> spans)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var (start, change) in spans.OrderBy(s => s.Start))
        {
            result.Append(text, at, start - at).Append(change.Result);
            at = start + change.Quoted.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
