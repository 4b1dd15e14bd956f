using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;
using Yakuba.Platform;

namespace Yakuba.Office.Draft.Compose;

/// <summary>Puts facts into the lines of a template. No model: what comes out is the template's phrases and the facts, each marked as such.</summary>
public static class TemplateComposer
{
    private static readonly string[] s_honorifics = ["各位", "様", "殿", "御中", "先生"];

    /// <summary>The first text of a draft.</summary>
    /// <param name="template">The template, looked at by <see cref="TemplateCheck"/>.</param>
    /// <param name="typed">What was filled in, by name of the slot.</param>
    /// <param name="house">What the house knows.</param>
    /// <returns>The text. A fact that is required and missing stands as 〔name〕; a line that asks only for optional facts of which none is there is left out.</returns>
    public static Result<DraftText> Compose(DraftTemplate template, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> house)
    {
        if (!Facts(template, typed, house).TryGet(out var facts, out var problem))
        {
            return problem;
        }

        var optional = Optional(template);
        return PartRoles.All.Aggregate(DraftText.Empty, (text, role) => text.With(role, Part(template, role, facts, optional)));
    }

    /// <summary>Puts other facts into a text that stands: a line that still stands as the template made it is made anew, put in or taken out; of a line that people worded only the fact itself changes.</summary>
    /// <param name="text">The text as it stands.</param>
    /// <param name="template">Its template.</param>
    /// <param name="was">What was filled in until now, by name of the slot.</param>
    /// <param name="typed">What is filled in now.</param>
    /// <param name="house">What the house knows.</param>
    public static Result<DraftText> Refill(
        DraftText text, DraftTemplate template, IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> house)
    {
        if (!Facts(template, was, house).TryGet(out var before, out var problem) || !Facts(template, typed, house).TryGet(out var now, out problem))
        {
            return problem;
        }

        var refill = new TemplateRefill(before, now, Optional(template));
        foreach (var role in PartRoles.All.Where(r => r != PartRole.Addressee))
        {
            text = text.With(role, refill.Apply(template.LinesOf(role), text[role]));
        }

        // Each addressee has its honorific: the part is made anew as long as nobody touched it, so that one who was taken out stays out.
        return text.Words(PartRole.Addressee) == string.Concat(Part(template, PartRole.Addressee, before, Optional(template)).Select(s => s.Text))
            ? text.With(PartRole.Addressee, Part(template, PartRole.Addressee, now, Optional(template)))
            : text.With(PartRole.Addressee, refill.Facts(text[PartRole.Addressee]));
    }

    private static Result<Dictionary<string, string>> Facts(DraftTemplate template, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> house)
    {
        var facts = new Dictionary<string, string>(house, StringComparer.Ordinal);
        foreach (var slot in template.Slots)
        {
            if (!FactWords.Write(slot, typed.GetValueOrDefault(slot.Name)).TryGet(out var words, out var problem))
            {
                return problem;
            }

            facts[slot.Name] = words;
        }

        return facts;
    }

    private static HashSet<string> Optional(DraftTemplate template) =>
        template.Slots.Where(s => !s.Required).Select(s => s.Name).Append("連絡先").ToHashSet(StringComparer.Ordinal);

    private static List<DraftSpan> Part(DraftTemplate template, PartRole role, Dictionary<string, string> facts, HashSet<string> optional)
    {
        var spans = new List<DraftSpan>();
        foreach (var line in template.LinesOf(role))
        {
            var pieces = Line(line, facts, optional);
            if (pieces.Count == 0)
            {
                continue;
            }

            if (spans.Count > 0)
            {
                spans.Add(new DraftSpan("\n", SpanOrigin.Template));
            }

            spans.AddRange(role == PartRole.Addressee ? Honoured(pieces, template.Honorific) : pieces);
        }

        return spans;
    }

    /// <summary>One line with its facts; empty where it asks only for optional ones of which none is there.</summary>
    internal static List<DraftSpan> Line(string line, IReadOnlyDictionary<string, string> facts, IReadOnlySet<string> optional)
    {
        var cut = DraftTemplate.Cut(line).ToList();
        var fields = cut.FindAll(p => p.IsField);
        if (fields.Count > 0 && fields.TrueForAll(f => optional.Contains(f.Text) && facts.GetValueOrDefault(f.Text, "").Length == 0))
        {
            return [];
        }

        var spans = new List<DraftSpan>();
        foreach (var (text, isField) in cut)
        {
            var words = facts.GetValueOrDefault(text, "");
            spans.Add(!isField ? new DraftSpan(text, SpanOrigin.Template)
                : new DraftSpan(words.Length > 0 ? words : optional.Contains(text) ? "" : FactWords.Placeholder(text), SpanOrigin.Fact, text));
        }

        spans.RemoveAll(s => s.Text.Length == 0);
        while (spans.Count > 0 && spans[^1] is { Origin: SpanOrigin.Template } last && last.Text.TrimEnd() != last.Text) // the space before a fact that is not there
        {
            spans[^1] = last with { Text = last.Text.TrimEnd() };
            spans.RemoveAll(s => s.Text.Length == 0);
        }

        return spans;
    }

    /// <summary>Each addressee with the honorific, unless it has one: 自治会長各位 takes no 様.</summary>
    private static IEnumerable<DraftSpan> Honoured(List<DraftSpan> line, string honorific)
    {
        if (honorific.Length == 0)
        {
            return line;
        }

        var (honoured, name) = (new List<DraftSpan>(), "");
        foreach (var span in line)
        {
            foreach (var (row, n) in span.Text.Split('\n').Select((row, n) => (row, n)))
            {
                if (n > 0)
                {
                    End();
                    honoured.Add(new DraftSpan("\n", SpanOrigin.Template));
                    name = "";
                }

                honoured.Add(span with { Text = row });
                name += row;
            }
        }

        End();
        return honoured;

        void End()
        {
            if (!Array.Exists(s_honorifics, h => name.EndsWith(h, StringComparison.Ordinal)))
            {
                honoured.Add(new DraftSpan("　" + honorific, SpanOrigin.Template));
            }
        }
    }
}
