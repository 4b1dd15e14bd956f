using System.Globalization;

namespace Yakuba.Papers;

/// <summary>Runs as pieces of one kind of letters each, and joined again.</summary>
internal static class RunText
{
    /// <summary>Pieces that are compared as one: a run of kanji, of kana, of digits, of Latin letters; anything else alone. Spread text and text with a reading stay whole.</summary>
    internal static List<PaperRun> Pieces(IEnumerable<PaperRun> runs)
    {
        var pieces = new List<PaperRun>();
        foreach (var run in runs.Where(r => r.Text.Length > 0))
        {
            if (run.Spread > 0 || run.Ruby.Length > 0)
            {
                pieces.Add(run);
                continue;
            }

            var start = 0;
            for (var i = 1; i <= run.Text.Length; i++)
            {
                if (i == run.Text.Length || (!char.IsLowSurrogate(run.Text[i]) && (Kind(run.Text[i]) is var kind && (kind == Letters.Other || kind != Kind(run.Text[i - 1])))))
                {
                    pieces.Add(run with { Text = run.Text[start..i] });
                    start = i;
                }
            }
        }

        return pieces;
    }

    /// <summary>Neighbours that differ in their text only as one run; empty ones left out.</summary>
    internal static IReadOnlyList<PaperRun> Joined(IEnumerable<PaperRun> runs)
    {
        var joined = new List<PaperRun>();
        foreach (var run in runs.Where(r => r.Text.Length > 0))
        {
            if (joined.Count > 0 && run is { Spread: 0, Ruby: "" } && joined[^1] with { Text = run.Text } == run)
            {
                joined[^1] = run with { Text = joined[^1].Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    private static Letters Kind(char c) => c switch
    {
        >= 'ぁ' and <= 'ゟ' => Letters.Hiragana,
        >= 'ァ' and <= 'ヿ' => Letters.Katakana,
        >= '一' and <= '鿿' or '々' or '〇' => Letters.Kanji,
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber => Letters.Digits,
        _ when char.IsLetter(c) => Letters.Latin,
        _ => Letters.Other,
    };

    private enum Letters
    {
        Other,
        Hiragana,
        Katakana,
        Kanji,
        Digits,
        Latin,
    }
}
