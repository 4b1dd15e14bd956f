using System.Text;

namespace Yakuba.Documents;

/// <summary>Tells apart what comes in the older compound container: workbooks are read, the others refused by name.</summary>
internal static class CompoundFile
{
    internal static Document Read(ReadSource source)
    {
        ReadOnlySpan<byte> content = source.Content;
        if (source.Extension == ".msg" || (Holds(content, "__properties_version1.0") && !IsNamedOffice(source.Extension)))
        {
            // First of all: a mail may hold files of every other kind, and a file of another kind a mail; then its name tells.
            throw new UnreadableException(Refusals.OutlookMessage(source.FileName));
        }

        if (Holds(content, "EncryptedPackage"))
        {
            throw new UnreadableException(Refusals.Encrypted(source.FileName));
        }

        if (Holds(content, "Workbook") || Holds(content, "Book") || source.Extension == ".xls")
        {
            return LegacyExcelReader.Read(source);
        }

        throw new UnreadableException(
            Holds(content, "WordDocument") || source.Extension == ".doc" ? Refusals.LegacyOffice(source.FileName, "Word", "docx形式")
            : Holds(content, "PowerPoint Document") || source.Extension == ".ppt" ? Refusals.LegacyOffice(source.FileName, "PowerPoint", "pptx形式")
            : Holds(content, "DocumentText") ? Refusals.Ichitaro(source.FileName)
            : Refusals.Unknown(source.FileName));
    }

    private static bool IsNamedOffice(string extension) => extension is ".doc" or ".dot" or ".xls" or ".xlt" or ".ppt" or ".pps";

    /// <summary>Names of streams stand in the directory as UTF-16.</summary>
    private static bool Holds(ReadOnlySpan<byte> content, string stream) =>
        content.IndexOf(Encoding.Unicode.GetBytes(stream + "\0")) >= 0;
}
