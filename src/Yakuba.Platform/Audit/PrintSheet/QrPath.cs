using System.Globalization;
using System.Text;
using QRCoder;

namespace Yakuba.Platform.Audit.PrintSheet;

/// <summary>A QR code as the path of a drawing, one unit a module, with the quiet zone around it.</summary>
/// <param name="Size">Modules on each side.</param>
/// <param name="Path">The dark modules, for an SVG path.</param>
public sealed record QrPath(int Size, string Path)
{
    /// <summary>Draws a text of at most about 1,500 bytes of UTF-8.</summary>
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPath(rows.Count, path.ToString());
    }
}
