using System.Globalization;

namespace Yakuba.Office.Tests.Evaluate;

/// <summary>A FAQ in which each entry's answer names what is said for another: search by words alone finds the wrong one, and learning helps.</summary>
internal static class LearnTown
{
    internal static readonly string[] Names = ["転入届", "婚姻届", "出生届", "死亡届", "離婚届", "印鑑登録"];
    internal static readonly string[] Said = ["桜", "梅", "松", "竹", "菊", "蘭"];

    private static readonly string[] Forms = ["{0}の件", "{0}を聞きたい", "{0}の受付", "{0}はいつ"];

    internal static string Entry(int i) => $"{Names[i]}はどこに出しますか";

    internal static string Answer(int i) => $"市民課の窓口で受け付けます。{Said[(i + 1) % 6]}の札を取ってください。";

    internal static string Csv() => "質問,回答\n" + string.Concat(Names.Select((_, i) => $"{Entry(i)},{Answer(i)}\n"));

    /// <summary>Four questions for each entry, asked with a word, with the entry that answers.</summary>
    internal static IEnumerable<(string Question, string Entry, string Answer)> Asked(Func<int, string> word) =>
        from i in Enumerable.Range(0, Names.Length)
        from form in Forms
        select (string.Format(CultureInfo.InvariantCulture, form, word(i)), Entry(i), Answer(i));
}
