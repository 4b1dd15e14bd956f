namespace Yakuba.Documents;

/// <summary>Tells Office files apart by their parts and hands them to their readers.</summary>
internal static class OfficeFile
{
    internal static Document Read(ReadSource source)
    {
        var zip = new ZipContainer(source);
        using (var types = zip.Xml("[Content_Types].xml"))
        {
            // Read to its end for its checksum alone: every Office file has it, and damage shows here first.
            while (types?.Next() == true)
            {
            }
        }

        var main = PartRelations.Of(zip, "").Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "";
        if (main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || zip.Has("word/document.xml"))
        {
            return WordReader.Read(source, zip, main.Length > 0 ? main : "word/document.xml");
        }

        if (main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) || zip.Has("xl/workbook.xml"))
        {
            return ExcelReader.Read(source, zip, main.Length > 0 ? main : "xl/workbook.xml");
        }

        if (main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) || zip.Has("ppt/presentation.xml"))
        {
            return SlidesReader.Read(source, zip, main.Length > 0 ? main : "ppt/presentation.xml");
        }

        throw new UnreadableException(
            source.Extension is ".odt" or ".ods" or ".odp" or ".odg" || (zip.Has("mimetype") && zip.Has("content.xml")) ? Refusals.OtherOffice(source.FileName, "OpenDocument形式の文書", "LibreOfficeやWord、Excel")
            : source.Extension == ".epub" ? Refusals.Unknown(source.FileName)
            : Refusals.Archive(source.FileName));
    }
}
