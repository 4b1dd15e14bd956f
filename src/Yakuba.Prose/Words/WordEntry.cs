using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>A form that a rule speaks against, and what to write in its place.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Wrong">As it stands in a text.</param>
/// <param name="Right">Empty where the writer must decide.</param>
/// <param name="IsFree">It may begin and end inside words; otherwise both ends must be ends of words.</param>
/// <param name="Before">What must stand before it, in its sentence; null for anything.</param>
/// <param name="After">What must follow, in its sentence; null for anything.</param>
/// <param name="Except">Longer forms in which it is right.</param>
internal sealed record WordEntry(string Rule, string Wrong, string Right, bool IsFree, Regex? Before, Regex? After, IReadOnlyList<string> Except)
{
    /// <summary>How far from a word its neighbours are looked at.</summary>
    private const int Window = 24;

    /// <summary>One form of a verb or an adjective: it may go on.</summary>
    internal bool IsInflected { get; init; }

    /// <summary>What is to be written is told, but not put in its place.</summary>
    internal bool IsHint { get; init; }

    /// <summary>Right where the text explains it: 瑕疵（かし）, 業務継続計画（BCP）.</summary>
    internal bool MayBeExplained { get; init; }

    /// <summary>Whether the word is meant here: its ends, its neighbours, no longer form around it.</summary>
    internal bool Fits(Sentence sentence, ProseText prose, int start)
    {
        var text = prose.Text;
        var end = start + Wrong.Length;
        if (Except.Any(longer => IsInside(longer, text, start)))
        {
            return false;
        }

        if (Before is not null && !Before.IsMatch(text.AsSpan(Math.Max(sentence.Start, start - Window), start - Math.Max(sentence.Start, start - Window))))
        {
            return false;
        }

        if (After is not null && !After.IsMatch(text.AsSpan(end, Math.Min(sentence.End, end + Window) - end)))
        {
            return false;
        }

        if (MayBeExplained && prose.Explains(Wrong))
        {
            return false;
        }

        return IsFree || (IsEnd(sentence, text, start) && (IsInflected || IsEnd(sentence, text, end)));
    }

    /// <summary>Between katakana and another script there is the end of a word; kanji and hiragana make words together, and one script alone says nothing.</summary>
    private static bool IsEnd(Sentence sentence, string text, int at)
    {
        if (at <= sentence.Start || at >= sentence.End)
        {
            return true;
        }

        var (before, after) = (Script.Of(text[at - 1]), Script.Of(text[at]));
        return before == Script.Kind.Other || after == Script.Kind.Other || (before != after && (!IsJapanese(before) || !IsJapanese(after))) || sentence.IsBorder(at);
    }

    private static bool IsJapanese(Script.Kind kind) => kind is Script.Kind.Kanji or Script.Kind.Hiragana;

    private bool IsInside(string longer, string text, int start)
    {
        for (var at = longer.IndexOf(Wrong, StringComparison.Ordinal); at >= 0; at = longer.IndexOf(Wrong, at + 1, StringComparison.Ordinal))
        {
            if (start >= at && string.CompareOrdinal(text, start - at, longer, 0, longer.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
