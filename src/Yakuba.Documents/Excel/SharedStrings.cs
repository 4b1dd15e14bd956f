using System.Text;

namespace Yakuba.Documents;

/// <summary>The table of texts that cells point into.</summary>
internal static class SharedStrings
{
    private const int Most = 5_000_000;

    internal static List<string> Read(ZipContainer zip, string part, ReadSource source)
    {
        var strings = new List<string>();
        using var xml = part.Length > 0 ? zip.Xml(part) : null;
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name == "si")
            {
                strings.Add(Text(xml));
                if (strings.Count > Most)
                {
                    throw new UnreadableException(Refusals.TooManyParts(source.FileName));
                }
            }
        }

        return strings;
    }

    /// <summary>Text of a string item or inline string: all runs, without phonetic readings.</summary>
    internal static string Text(SafeXml item)
    {
        var text = new StringBuilder();
        var inText = false;
        var reading = int.MaxValue;
        foreach (var node in item.Inside())
        {
            if (node.IsElement)
            {
                reading = node.Reader.Depth <= reading ? (node.Name == "rPh" ? node.Reader.Depth : int.MaxValue) : reading;
                inText = node.Name is "t" or "text" && reading == int.MaxValue;
            }
            else if (node.IsText && inText)
            {
                text.Append(node.Value);
            }
            else if (node.Reader.NodeType == System.Xml.XmlNodeType.EndElement && node.Name is "t" or "text")
            {
                inText = false;
            }
        }

        return TextCleaning.TrimBlank(TextCleaning.Clean(text.ToString()));
    }
}
