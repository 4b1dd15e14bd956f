namespace Yakuba.Documents;

/// <summary>Reports the parts of a Word file that are not its text.</summary>
internal static class WordExtras
{
    internal static void Report(ReadSource source, ZipContainer zip, Dictionary<string, (string Type, string Target)> relations)
    {
        foreach (var (type, target) in relations.Values)
        {
            switch (type[(type.LastIndexOf('/') + 1)..])
            {
                case "comments": source.Notes.Hidden("コメント", "", Text(source, zip, target)); break;
                case "header": Note("ヘッダー", target); break;
                case "footer": Note("フッター", target); break;
                case "vbaProject": source.Notes.Skipped("マクロ", "実行も読み取りもしません"); break;
                case "aFChunk": source.Notes.Skipped("埋め込まれた別文書", "別のファイルとして取り込んでください"); break;
                case "image": source.Notes.Skipped("画像", "画像の中の文字は読み取りません"); break;
                default: break;
            }
        }

        void Note(string what, string target)
        {
            if (Text(source, zip, target) is { Length: > 0 } text)
            {
                source.Notes.Skipped($"{what}「{(text.Length > 40 ? text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…" : text)}」", "各ページにくり返すため本文に入れません");
            }
        }
    }

    private static string Text(ReadSource source, ZipContainer zip, string part)
    {
        var notes = new List<string>();
        using var xml = zip.Xml(part);
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name == "p")
            {
                notes.Add(new WordRuns(source, new WordParagraphContext()).Read(xml).Text);
            }
        }

        return TextCleaning.TrimBlank(string.Join(" ", notes.Where(n => n.Length > 0)));
    }
}
