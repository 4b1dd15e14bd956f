namespace Yakuba.Documents;

/// <summary>Footnotes and endnotes by id.</summary>
internal static class WordNotes
{
    internal static Dictionary<string, string> Read(ReadSource source, ZipContainer zip, string part, string element)
    {
        var notes = new Dictionary<string, string>();
        using var xml = part.Length > 0 ? zip.Xml(part) : null;
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name == element && (xml["type"] is null or "normal") && xml["id"] is { } id)
            {
                var paragraphs = new List<string>();
                foreach (var child in xml.Children())
                {
                    if (child == "p")
                    {
                        paragraphs.Add(new WordRuns(source, new WordParagraphContext()).Read(xml).Text);
                    }
                }

                notes[id] = TextCleaning.TrimBlank(string.Join('\n', paragraphs));
            }
        }

        return notes;
    }
}
