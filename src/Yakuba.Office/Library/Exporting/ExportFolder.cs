using System.Security.Cryptography;
using System.Text.Json;
using Yakuba.Platform;

namespace Yakuba.Office.Library.Exporting;

/// <summary>An export as it lies on a disk: read whole and found sound, or refused.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Export">What its list says.</param>
/// <param name="ListSha256">Hash of the list.</param>
internal sealed record ExportFolder(string Folder, LibraryExport Export, string ListSha256)
{
    private const int MostNamed = 10;
    private const long LargestList = 1L << 30;

    /// <summary>Reads and checks a folder: its form, and the hash of every original.</summary>
    internal static async Task<Result<ExportFolder>> ReadAsync(string folder, Action<long, long, string> tell, CancellationToken cancel)
    {
        var list = new FileInfo(Path.Combine(folder, LibraryExport.FileName));
        if (!list.Exists || list.Length > LargestList)
        {
            return ExportProblems.NoList.With(list.FullName);
        }

        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(list.FullName, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return LibraryProblems.CannotOpen.With(list.FullName);
        }

        if (!Parse(content).TryGet(out var export, out var problem))
        {
            return problem;
        }

        var fault = ExportCheck.Fault(export) ?? await DamageAsync(folder, export, tell, cancel);
        return fault is not null
            ? fault
            : new ExportFolder(folder, export, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>True when the file is there and is the version's original.</summary>
    internal static async Task<bool> HoldsAsync(string path, ExportedVersion version, CancellationToken cancel)
    {
        // A link could lead anywhere on this machine; an export has none.
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null } file || file.Length != version.Bytes)
        {
            return false;
        }

        await using var stream = file.OpenRead();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel)) == version.Sha256;
    }

    private static Result<LibraryExport> Parse(byte[] content)
    {
        try
        {
            using (var head = JsonDocument.Parse(content))
            {
                if (head.RootElement.ValueKind == JsonValueKind.Object
                    && head.RootElement.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String && format.GetString() == LibraryExport.Name
                    && head.RootElement.TryGetProperty("formatVersion", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number > LibraryExport.Newest)
                {
                    return ExportProblems.Newer.With($"書き出しの版 {number}、プログラムの版 {LibraryExport.Newest}");
                }
            }

            var export = LibraryExport.Read(content);
            return export.Format == LibraryExport.Name && export.FormatVersion is > 0 and <= LibraryExport.Newest ? export : ExportProblems.Form.With("format");
        }
        catch (JsonException e)
        {
            return ExportProblems.Form.With(e.LineNumber is { } line ? $"{line + 1}行目 {e.Path}" : e.Path ?? "");
        }
    }

    private static async Task<Problem?> DamageAsync(string folder, LibraryExport export, Action<long, long, string> tell, CancellationToken cancel)
    {
        var versions = export.Versions.DistinctBy(v => v.Original).ToList();
        var damaged = new List<string>();
        for (var i = 0; i < versions.Count; i++)
        {
            tell(i, versions.Count, $"確認中: {versions[i].FileName}");
            try
            {
                if (!await HoldsAsync(Path.Combine(folder, versions[i].Original), versions[i], cancel))
                {
                    damaged.Add($"{versions[i].FileName}（{versions[i].Original}）");
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return LibraryProblems.CannotOpen.With(versions[i].Original);
            }
        }

        return damaged.Count == 0 ? null
            : ExportProblems.Tampered.With(string.Join('、', damaged.Take(MostNamed)) + (damaged.Count > MostNamed ? $" ほか{damaged.Count - MostNamed}件" : ""));
    }
}
