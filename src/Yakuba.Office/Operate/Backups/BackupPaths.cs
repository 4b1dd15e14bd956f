namespace Yakuba.Office.Operate.Backups;

/// <summary>Which names may stand in a backup. Any other could lead out of the folder that it is unpacked into.</summary>
internal static class BackupPaths
{
    internal static bool IsKnown(string name)
    {
        if (name == BackupManifest.StateName)
        {
            return true;
        }

        var parts = name.Split('/');
        return parts switch
        {
            ["keys" or "record", var file] => IsPlain(file),
            ["originals", { Length: 2 } start, { Length: 64 } hash] => hash.StartsWith(start, StringComparison.Ordinal) && hash.All(char.IsAsciiHexDigitLower),
            _ => false,
        };
    }

    private static bool IsPlain(string file) => file.Length is > 0 and <= 100 && file[0] != '.' && file.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
