namespace Yakuba.Documents;

/// <summary>Reads an Excel workbook part by part, as displayed.</summary>
internal static class ExcelReader
{
    internal static Document Read(ReadSource source, ZipContainer zip, string workbook)
    {
        var relations = PartRelations.Of(zip, workbook);
        var strings = SharedStrings.Read(zip, Target(relations, "/sharedStrings"), source);
        var styles = CellStyles.Read(zip, Target(relations, "/styles"));
        var sheets = Sheets(source, zip, workbook, styles);
        var blocks = new SheetBlocks(source);
        var read = new HashSet<string>();
        foreach (var (name, id, state) in sheets)
        {
            if (!relations.TryGetValue(id, out var part) || !part.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                source.Notes.Skipped($"シート「{name}」", "グラフなど、表ではないシートです");
                continue;
            }

            if (!read.Add(part.Target))
            {
                // No program writes this; a thousand names for one sheet cost the time of a thousand sheets.
                source.Notes.Skipped($"シート「{name}」", "同じ中身を指すシートが重なっています");
                continue;
            }

            if (state != "visible")
            {
                source.Notes.Skipped($"シート「{name}」", "非表示のシートです");
                source.Notes.Hidden("非表示のシート", $"シート「{name}」", SheetReader.Sample(zip, part.Target, new(name, strings, styles), source));
                continue;
            }

            blocks.Add(SheetReader.Read(zip, part.Target, new(name, strings, styles), source));
        }

        Extras(source, zip);
        return blocks.ToDocument();
    }

    private static List<(string Name, string Id, string State)> Sheets(ReadSource source, ZipContainer zip, string workbook, CellStyles styles)
    {
        var sheets = new List<(string, string, string)>();
        using var xml = zip.Xml(workbook) ?? throw ZipDirectory.Damaged(source, "ブックの本体がない");
        while (xml.Next())
        {
            if (xml.IsElement && xml.Name == "sheet")
            {
                sheets.Add((TextCleaning.Clean(xml["name"] ?? ""), xml["id"] ?? "", xml["state"] ?? "visible"));
            }
            else if (xml.IsElement && xml.Name == "workbookPr")
            {
                styles.From1904 = xml["date1904"] is "1" or "true";
            }
        }

        return sheets;
    }

    private static void Extras(ReadSource source, ZipContainer zip)
    {
        var names = zip.Names.ToList();
        foreach (var part in names.Where(n => n.StartsWith("xl/comments", StringComparison.OrdinalIgnoreCase) || n.StartsWith("xl/threadedComments/", StringComparison.OrdinalIgnoreCase)))
        {
            source.Notes.Hidden("セルのコメント", "", Comments(zip, part));
        }

        Note("/drawings/drawing", "図形・画像・テキストボックス", "セルの外にあるため読み取りません");
        Note("/charts/chart", "グラフ", "元の表を読みました");
        Note("vbaProject", "マクロ", "実行も読み取りもしません");
        Note("/externalLinks/", "ほかのブックへのリンク", "保存時の値を読みました");

        void Note(string part, string what, string why)
        {
            if (names.Any(n => n.Contains(part, StringComparison.OrdinalIgnoreCase) && !n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            {
                source.Notes.Skipped(what, why);
            }
        }
    }

    private static string Comments(ZipContainer zip, string part)
    {
        var texts = new List<string>();
        using var xml = zip.Xml(part);
        while (xml?.Next() == true)
        {
            if (xml.IsElement && xml.Name is "comment" or "threadedComment")
            {
                texts.Add(SharedStrings.Text(xml));
            }
        }

        return string.Join(' ', texts);
    }

    private static string Target(Dictionary<string, (string Type, string Target)> relations, string type) =>
        relations.Values.FirstOrDefault(r => r.Type.EndsWith(type, StringComparison.Ordinal)).Target ?? "";
}
