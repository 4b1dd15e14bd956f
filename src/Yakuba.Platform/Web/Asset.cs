using System.IO.Compression;

namespace Yakuba.Platform.Web;

/// <summary>One file that pages load, with its type and a compressed copy.</summary>
internal sealed record Asset(string Name, string ContentType, byte[] Content, byte[] Compressed)
{
    internal static Asset Of(string name, byte[] content) => new(name, TypeOf(name), content, Compress(content));

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private static byte[] Compress(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
