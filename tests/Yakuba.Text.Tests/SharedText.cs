using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Yakuba.Text.Tests;

/// <summary>Everything under <c>data</c> beside the repository that is text, packed by gzip or not, in UTF-8 or Shift_JIS.</summary>
internal static class SharedText
{
    private static readonly string[] s_kinds = [".jsonl", ".json", ".txt", ".csv", ".tsv", ".xml", ".html", ".md"];

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    static SharedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The files; none where the folder is absent.</summary>
    internal static IReadOnlyList<string> Files()
    {
        var root = Path.Combine(SharedData.Root, "data");
        return !Directory.Exists(root)
            ? []
            : [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(file => s_kinds.Contains(Path.GetExtension(file.EndsWith(".gz", StringComparison.Ordinal) ? file[..^3] : file)))
                .Order(StringComparer.Ordinal)];
    }

    /// <summary>Lines as a program would hold them: the strings of a JSON line where it writes characters as escapes.</summary>
    internal static IEnumerable<string> Lines(string file)
    {
        var text = Decode(Unpacked(file));
        foreach (var line in text.Split('\n'))
        {
            yield return line;
            if (line.Contains("\\u", StringComparison.Ordinal) && Strings(line) is { } strings)
            {
                foreach (var value in strings)
                {
                    yield return value;
                }
            }
        }
    }

    private static byte[] Unpacked(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadAllBytes(file);
        }

        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(932).GetString(bytes);
        }
    }

    private static List<string>? Strings(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var found = new List<string>();
            Collect(json.RootElement, found);
            return found;
        }
        catch (JsonException)
        {
            return null; // not JSON after all
        }
        catch (InvalidOperationException)
        {
            return null; // an escaped lone surrogate
        }
    }

    private static void Collect(JsonElement element, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                found.Add(element.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, found);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, found);
                }

                break;
        }
    }
}
