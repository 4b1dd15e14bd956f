namespace Yakuba.Legislation;

/// <summary>The sentences of a 項 or 号: 前段 and 後段, 本文 and ただし書.</summary>
internal static class Sentences
{
    /// <summary>The sentences in order, each with its 。; joined they are the text again. A 。 within brackets ends none.</summary>
    internal static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        int depth = 0, from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '（' or '(' or '「' or '『' ? 1 : text[i] is '）' or ')' or '」' or '』' ? -1 : 0;
            if (text[i] == '。' && depth <= 0)
            {
                sentences.Add(text[from..(i + 1)]);
                (from, depth) = (i + 1, 0);
            }
        }

        if (from < text.Length)
        {
            sentences.Add(text[from..]);
        }

        return sentences;
    }

    internal static bool IsProviso(string sentence) => sentence.StartsWith("ただし", StringComparison.Ordinal) || sentence.StartsWith("但し", StringComparison.Ordinal);

    /// <summary>The part of a text that a sentence names; empty where the text has no such part.</summary>
    internal static string Part(string text, PlacePart part)
    {
        var (start, length) = Span(text, part);
        return text.Substring(start, length);
    }

    /// <summary>The text with that part written anew.</summary>
    internal static string WithPart(string text, PlacePart part, string written)
    {
        var (start, length) = Span(text, part);
        return text.Remove(start, length).Insert(start, written);
    }

    /// <summary>Where a 後段 goes: behind the first sentences, before ただし書.</summary>
    internal static int SecondSentenceStart(string text) => Span(text, PlacePart.Main).Length;

    private static (int Start, int Length) Span(string text, PlacePart part)
    {
        if (part is PlacePart.Lead or PlacePart.All)
        {
            return (0, text.Length);
        }

        var sentences = Split(text);
        var proviso = text.Length;
        for (int i = 0, at = 0; i < sentences.Count; at += sentences[i++].Length)
        {
            if (i > 0 && IsProviso(sentences[i]))
            {
                proviso = at;
                break;
            }
        }

        var first = sentences.Count == 0 ? 0 : sentences[0].Length;
        return part switch
        {
            PlacePart.Proviso => (proviso, text.Length - proviso),
            PlacePart.FirstSentence => (0, first),
            PlacePart.SecondSentence => (first, Math.Max(0, proviso - first)),
            _ => (0, proviso),
        };
    }
}
