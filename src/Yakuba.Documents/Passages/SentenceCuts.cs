namespace Yakuba.Documents;

/// <summary>Divides a long text at the ends of its sentences.</summary>
internal static class SentenceCuts
{
    /// <summary>The whole text when it is at most <paramref name="longest"/>; else parts of about <paramref name="target"/>.</summary>
    internal static IEnumerable<string> Of(string text, int target, int longest)
    {
        if (text.Length <= longest)
        {
            yield return text;
            yield break;
        }

        var start = 0;
        while (text.Length - start > longest)
        {
            var end = Cut(text, start, target, longest);
            var part = TextCleaning.TrimBlank(text[start..end]);
            if (part.Length > 0)
            {
                yield return part;
            }

            start = end;
        }

        if (TextCleaning.TrimBlank(text[start..]) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>The best end in reach: a sentence outside brackets, then any sentence, then a comma, then anywhere between characters.</summary>
    private static int Cut(string text, int start, int target, int longest)
    {
        int depth = 0, sentence = -1, inner = -1, comma = -1;
        for (var i = start; i < start + longest && i < text.Length; i++)
        {
            depth += text[i] is '（' or '(' or '「' ? 1 : text[i] is '）' or ')' or '」' ? -1 : 0;
            var ends = text[i] is '。' or '．' or '！' or '？' or '\n';
            sentence = ends && depth <= 0 && Nearer(i + 1, sentence) ? i + 1 : sentence;
            inner = ends && Nearer(i + 1, inner) ? i + 1 : inner;
            comma = text[i] is '、' or '，' or '　' or ' ' or ')' or '）' && Nearer(i + 1, comma) ? i + 1 : comma;
        }

        var end = sentence > 0 ? sentence : inner > 0 ? inner : comma > 0 ? comma : start + target;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

        bool Nearer(int candidate, int best) =>
            candidate - start >= target / 4 && (best < 0 || Math.Abs(candidate - start - target) < Math.Abs(best - start - target));
    }
}
