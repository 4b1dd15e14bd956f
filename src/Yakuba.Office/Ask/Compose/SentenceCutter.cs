namespace Yakuba.Office.Ask.Compose;

/// <summary>Cuts running text into sentences: at 。！？ outside brackets, and at line ends.</summary>
public static class SentenceCutter
{
    /// <summary>The sentences in order, without blank ones.</summary>
    public static IReadOnlyList<string> Cut(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '（' or '「' or '『' or '(')
            {
                depth++;
            }
            else if (c is '）' or '」' or '』' or ')')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (c == '\n' || (depth == 0 && c is '。' or '！' or '？'))
            {
                Add(i + 1);
                depth = 0;
            }
        }

        Add(text.Length);
        return sentences;

        void Add(int end)
        {
            var sentence = text[start..end].Trim();
            start = end;
            if (sentence.Length > 0)
            {
                sentences.Add(sentence);
            }
        }
    }
}
