using System.Text.RegularExpressions;

namespace Yakuba.Documents;

/// <summary>Boxes to tick, as words: what is ticked, and what else there was to choose.</summary>
internal static partial class FormChoices
{
    /// <summary>How many boxes are ticked.</summary>
    internal static int Ticked(string text) => Options(text).Count(o => o.Ticked);

    /// <summary>"家族（ほかの選択肢: 本人、その他）"; where nothing is ticked, the choices. A lone box stays as it is.</summary>
    internal static string Word(string text)
    {
        var options = Options(text);
        if (options.Count < 2)
        {
            return text;
        }

        var lead = BlankForm.Flat(Option().Match(text) is { Success: true } first ? text[..first.Index] : "");
        var chosen = string.Join('、', options.Where(o => o.Ticked).Select(o => o.Text));
        var others = string.Join('、', options.Where(o => !o.Ticked).Select(o => o.Text));
        var words = chosen.Length == 0 ? $"（選択なし。選択肢: {others}）" : others.Length == 0 ? chosen : $"{chosen}（ほかの選択肢: {others}）";
        return lead.Length > 0 ? $"{lead}　{words}" : words;
    }

    /// <summary>The one word that is ticked; null when none or several are.</summary>
    internal static string? Only(string text) => Options(text).Where(o => o.Ticked).ToList() is [var (_, only)] ? only : null;

    /// <summary>Every choice is one of a pattern of words.</summary>
    internal static bool All(string text, Func<string, bool> fits) => Options(text) is { Count: > 0 } options && options.TrueForAll(o => fits(o.Text));

    /// <summary>The choices in order. A room to write into that stayed empty is left out.</summary>
    private static List<(bool Ticked, string Text)> Options(string text) =>
        [.. Option().Matches(text).Select(m => (m.Groups["box"].ValueSpan is not ("□" or "☐"), BlankForm.Flat(m.Groups["text"].Value))).Where(o => o.Item2.Length > 0)];

    [GeneratedRegex(@"(?<box>[□☐☑☒☓✓✔■])(?<text>[^□☐☑☒☓✓✔■]*)")]
    private static partial Regex Option();
}
