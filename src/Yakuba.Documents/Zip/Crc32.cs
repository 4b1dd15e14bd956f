namespace Yakuba.Documents;

/// <summary>CRC-32 as ZIP uses it (polynomial 0xEDB88320, reflected).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = Build();

    /// <summary>Carries a running value over more bytes; begin with 0.</summary>
    internal static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        foreach (var b in bytes)
        {
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] Build()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var c = i;
            for (var bit = 0; bit < 8; bit++)
            {
                c = (c & 1) == 1 ? (c >> 1) ^ 0xEDB88320 : c >> 1;
            }

            table[i] = c;
        }

        return table;
    }
}
