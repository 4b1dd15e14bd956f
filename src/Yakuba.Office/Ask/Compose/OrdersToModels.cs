using System.Text.RegularExpressions;
using Yakuba.Text;

namespace Yakuba.Office.Ask.Compose;

/// <summary>Finds passages that speak to a language model rather than to people. They are not shown to one: assume that it obeys.</summary>
/// <remarks>This is one wall of several. Whatever a model was talked into saying is still verified sentence by sentence, and cannot change anything.</remarks>
internal static partial class OrdersToModels
{
    /// <summary>True when the text gives orders to a model.</summary>
    internal static bool In(string text) => Pattern().IsMatch(NormalText.Of(text).Value);

    [GeneratedRegex(
        "(これまで|今まで|以前|以上|前|上記|他|すべて|全て)の?(指示|命令|ルール|規則|設定|プロンプト)を?[^。\n]{0,12}(無視|忘れ|従わ|破棄|取り消)"
        + "|システム ?プロンプト|(ai|人工知能|アシスタント|チャットボット|言語モデル)(へ|に対する|への|あて|宛て?)の?(指示|命令)"
        + "|(ignore|disregard|forget|override)[^.\n]{0,40}(instruction|prompt|rule)|you are (now )?(an? )?(ai|assistant|chatbot)|<\\|?(im_start|system|assistant)|\\[/?inst\\]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
