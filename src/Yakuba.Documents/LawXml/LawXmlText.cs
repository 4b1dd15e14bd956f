using System.Text;

namespace Yakuba.Documents;

/// <summary>Text of one element of a law, without ruby readings.</summary>
internal static class LawXmlText
{
    internal static string Of(SafeXml xml)
    {
        var text = new StringBuilder();
        var readings = int.MaxValue;
        foreach (var node in xml.Inside())
        {
            if (node.Reader.Depth <= readings)
            {
                readings = node is { IsElement: true, Name: "Rt" } ? node.Reader.Depth : int.MaxValue;
            }

            if (node.IsText && readings == int.MaxValue)
            {
                text.Append(node.Value);
            }
        }

        return TextCleaning.TrimBlank(text.ToString().Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal));
    }
}
