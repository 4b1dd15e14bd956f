using System.Text.RegularExpressions;

namespace Yakuba.Prose;

/// <summary>
/// The words of <c>words.tsv</c>. Fields: rule, wrong, right, conditions apart by spaces: 五段 一段 形 (it inflects; 五段名 一段名 where a noun of the same letters is right), 自由 (ends of words do not
/// matter), 説 (right where the text explains it in brackets), 案 (what is to be written is a hint, not letter for letter), 除:x|y (not inside these), 前:REGEX and 後:REGEX (what stands before and after).
/// </summary>
internal static class WordTable
{
    /// <summary>Every form of every word.</summary>
    internal static IReadOnlyList<WordEntry> Read() => [.. TableFile.Rows("words.tsv", 4).SelectMany(Entries)];

    private static IEnumerable<WordEntry> Entries(string[] row)
    {
        var conditions = row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var way = conditions.FirstOrDefault(condition => condition is "五段" or "五段名" or "一段" or "一段名" or "形") ?? "";
        var isFree = conditions.Contains("自由");
        var before = Named(conditions, "前:") is { } b ? new Regex($"(?:{b})$", RegexOptions.CultureInvariant) : null;
        var after = Named(conditions, "後:") is { } a ? new Regex($"^(?:{a})", RegexOptions.CultureInvariant) : null;
        var except = Named(conditions, "除:")?.Split('|') ?? [];

        // An inflected form ends before its ending is whole: only its beginning must be that of a word.
        return Inflection.Forms(row[1], row[2], way).Select(form => new WordEntry(row[0], form.Wrong, form.Right, isFree, before, after, except) { IsInflected = way.Length > 0, IsHint = conditions.Contains("案"), MayBeExplained = conditions.Contains("説") });
    }

    private static string? Named(string[] conditions, string name) => Array.Find(conditions, condition => condition.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
