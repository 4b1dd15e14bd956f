namespace Yakuba.Documents;

/// <summary>One entry of a ZIP directory.</summary>
/// <param name="Name">Path inside the container, with forward slashes.</param>
/// <param name="Method">0 stored or 8 deflated; others are refused when read.</param>
/// <param name="HeaderAt">Offset of its local header.</param>
internal sealed record ZipEntry(string Name, int Method, uint Crc, long Packed, long Expanded, long HeaderAt, bool Encrypted);
