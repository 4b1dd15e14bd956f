using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>A number in a sentence with the counter behind it.</summary>
/// <param name="Value">The number; null for 複数, 数人, たくさん.</param>
/// <param name="Counter">匹, 人, 円, …; all counters of animals are one, つ and 個 are one.</param>
internal sealed record Quantity(decimal? Value, string Counter, int Start, int End)
{
    private static readonly string[] many = ["複数", "たくさん", "沢山", "大勢", "多数", "数人", "何人か", "数匹", "数頭", "数台", "いくつか", "いくつもの", "何匹か", "何頭か", "何台か", "多くの", "大量", "数々", "何人も"];

    internal bool Covers(in Token token) => token.Start >= Start && token.Start < End;

    internal static List<Quantity> Of(TextReading reading)
    {
        var text = reading.Value;
        var found = new List<Quantity>();
        foreach (var number in JapaneseNumber.Find(text))
        {
            var end = number.Start + number.Length;
            var token = reading.Tokens.FirstOrDefault(token => token.Start <= end && token.Start + token.Length > end);
            var counter = token.Surface is null || !char.IsLetter(text[Math.Min(end, text.Length - 1)]) || end >= text.Length ? ""
                : token.Start < end ? text[end..(token.Start + token.Length)]
                : token.PartOfSpeech.StartsWith("名詞,接尾", StringComparison.Ordinal) || token.Surface is "つ" or "匹" or "頭" or "台" or "人" or "個" or "本" or "枚" ? token.Surface : "";
            found.Add(new Quantity(number.Value, Counters.Fold(counter), number.Start, end + counter.Length));
        }

        foreach (var word in many)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && !found.Exists(quantity => quantity.Start <= at && quantity.End > at))
            {
                found.Add(new Quantity(null, word.Contains('人', StringComparison.Ordinal) || word == "大勢" ? "人" : "", at, at + word.Length));
            }
        }

        return found;
    }
}

/// <summary>Counters that count the same things.</summary>
internal static class Counters
{
    internal static string Fold(string counter) => counter switch
    {
        "匹" or "頭" or "羽" or "ぴき" or "ひき" => "匹",
        "人" or "名" or "人組" or "名様" => "人",
        "つ" or "個" or "コ" or "ヶ" or "ケ" => "個",
        "台" or "機" or "両" or "隻" or "艘" => "台",
        _ => counter,
    };
}
