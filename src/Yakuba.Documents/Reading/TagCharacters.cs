using System.Text;

namespace Yakuba.Documents;

/// <summary>Unicode tag characters (U+E0000 to U+E007F) show nothing and can spell out orders; they are taken out and reported, spelled out.</summary>
internal static class TagCharacters
{
    internal static Document TakeOut(Document document, ReadingNotes notes)
    {
        if (!document.Blocks.Any(b => Has(b.Text)) && !document.Faq.Any(f => Has(f.Question) || Has(f.Answer)) && !Has(document.Title))
        {
            return document;
        }

        return document with
        {
            Title = Plain(document.Title, notes),
            Blocks = [.. document.Blocks.Select(b => Has(b.Text) ? b with { Text = Plain(b.Text, notes) } : b)],
            Faq = [.. document.Faq.Select(f => f with { Question = Plain(f.Question, notes), Answer = Plain(f.Answer, notes) })],
        };
    }

    private static bool Has(string text)
    {
        for (var i = text.IndexOf('\uDB40', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\uDB40', i + 1))
        {
            if (text[i + 1] is >= '\uDC00' and <= '\uDC7F')
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text, ReadingNotes notes)
    {
        var (plain, spelled) = (new StringBuilder(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0xE0000 and <= 0xE007F)
            {
                spelled.Append(rune.Value is >= 0xE0020 and < 0xE007F ? (char)(rune.Value - 0xE0000) : ' ');
            }
            else
            {
                plain.Append(rune);
            }
        }

        notes.Hidden("見えない文字（タグ文字）", "", spelled.ToString());
        return plain.ToString();
    }
}
