namespace Yakuba.Documents;

/// <summary>A file name made safe to show: its last part, without control characters, at most 200 characters.</summary>
internal static class DisplayName
{
    private const int MaxLength = 200;

    internal static string Of(string fileName)
    {
        var last = TextCleaning.Clean(fileName).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        var name = last.Replace('\n', ' ').Replace('\t', ' ').Trim();
        if (name.Length == 0 || name is "." or "..")
        {
            return "名前のないファイル";
        }

        return name.Length <= MaxLength ? name : Shorten(name);
    }

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name);
        extension = extension.Length <= 10 ? extension : "";
        var end = MaxLength - extension.Length - 1;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + "…" + extension;
    }
}
