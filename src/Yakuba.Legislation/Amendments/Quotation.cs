namespace Yakuba.Legislation;

/// <summary>Quoted phrases of an amending sentence: 「…」 in which further 「…」 stand in pairs.</summary>
internal static class Quotation
{
    /// <summary>Whether every 「 has its 」 and every 『 its 』.</summary>
    internal static bool IsPaired(string text)
    {
        int single = 0, @double = 0;
        foreach (var c in text)
        {
            single += c == '「' ? 1 : c == '」' ? -1 : 0;
            @double += c == '『' ? 1 : c == '』' ? -1 : 0;
            if (single < 0 || @double < 0)
            {
                return false;
            }
        }

        return single == 0 && @double == 0;
    }

    /// <summary>Index after the 」 that closes the 「 at the index, or -1 where none does.</summary>
    internal static int End(string text, int at)
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            depth += text[i] == '「' ? 1 : text[i] == '」' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }
}
