namespace Yakuba.Documents;

/// <summary>First bytes of formats that are known and not read, and of what is no text at all.</summary>
internal static class Signatures
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    internal static bool IsCompound(ReadOnlySpan<byte> content) => content.StartsWith(Compound);

    internal static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8);

    internal static bool IsPdf(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 1_024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>The bytes are of one binary format and the extension of another, or of two at once.</summary>
    internal static bool Disagrees(ReadSource source)
    {
        var office = source.Extension is ".docx" or ".docm" or ".xlsx" or ".xlsm" or ".pptx" or ".pptm";
        return (IsPdf(source.Content) && (office || IsZip(source.Content))) || (IsZip(source.Content) && source.Extension == ".pdf");
    }

    /// <summary>The refusal of a known format that is not read; null for the others.</summary>
    internal static Unreadable? Refusal(ReadSource source)
    {
        ReadOnlySpan<byte> content = source.Content;
        if (IsImage(content))
        {
            return Refusals.ImageOnly(source.FileName);
        }

        if (source.Extension is ".jtd" or ".jtt" or ".jtdc" or ".juw" or ".jbw" || content.IndexOf("JustSystems"u8) is >= 0 and < 4_096)
        {
            return Refusals.Ichitaro(source.FileName);
        }

        if (source.Extension is ".xdw" or ".xbd")
        {
            return Refusals.OtherOffice(source.FileName, "DocuWorksの文書", "DocuWorks");
        }

        return content.StartsWith("{\\rtf"u8) ? Refusals.OtherOffice(source.FileName, "リッチテキスト（.rtf）", "Word")
            : IsArchive(content) ? Refusals.Archive(source.FileName)
            : null;
    }

    /// <summary>Bytes that no text file holds: zeros outside UTF-16, or many control characters.</summary>
    internal static bool LooksBinary(ReadOnlySpan<byte> content)
    {
        var probe = content[..Math.Min(content.Length, 8_192)];
        if (probe.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || probe.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return false;
        }

        int controls = 0, zeros = 0, oddZeros = 0;
        for (var i = 0; i < probe.Length; i++)
        {
            controls += probe[i] < 0x20 && probe[i] is not (9 or 10 or 12 or 13 or 0x1B or 0) ? 1 : 0;
            zeros += probe[i] == 0 ? 1 : 0;
            oddZeros += probe[i] == 0 && (i & 1) == 1 ? 1 : 0;
        }

        var utf16 = zeros > 0 && (oddZeros == zeros || oddZeros == 0) && zeros > probe.Length / 50;
        return controls * 50 > probe.Length || (zeros > 0 && !utf16);
    }

    private static bool IsImage(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || content.StartsWith("GIF8"u8)
        || content.StartsWith("II*\0"u8)
        || content.StartsWith("MM\0*"u8)
        || (content.Length > 12 && content[4..8].SequenceEqual("ftyp"u8) && (content[8..11].SequenceEqual("hei"u8) || content[8..11].SequenceEqual("mif"u8) || content[8..11].SequenceEqual("avi"u8)))
        || content.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'j', (byte)'P'])
        || (content.StartsWith("BM"u8) && content.Length > 26 && content[6..10].IndexOfAnyExcept((byte)0) < 0)
        || (content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8));

    private static bool IsArchive(ReadOnlySpan<byte> content) =>
        content.StartsWith("7z\u00BC"u8[..2]) && content.Length > 6 && content[2] == 0xBC
        || content.StartsWith("Rar!"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || content.StartsWith("BZh"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'])
        || (content.Length > 7 && content[2..5].SequenceEqual("-lh"u8));
}
