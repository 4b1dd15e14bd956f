namespace Yakuba.Documents;

/// <summary>Marks as they are drawn in vertical writing (U+FE10 to U+FE48), put back into the forms that people type.</summary>
/// <remarks>The form says how the line runs, which the place of the line says as well; no one searches for it.</remarks>
internal static class VerticalForms
{
    private const string Vertical = "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈";
    private const string Typed = "，、。：；！？〖〗…‥—–＿（）｛｝〔〕【】《》〈〉「」『』［］";

    internal static string Usual(string text) =>
        text.Any(IsVertical) ? string.Concat(text.Select(c => IsVertical(c) && Vertical.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? Typed[i] : c)) : text;

    private static bool IsVertical(char c) => c is >= '\uFE10' and <= '\uFE48';
}
