using System.IO.Compression;

namespace Yakuba.Documents;

/// <summary>An Office file as a container of parts. Parts are found without regard to case, as Office finds them.</summary>
internal sealed class ZipContainer
{
    private readonly ReadSource _source;
    private readonly Dictionary<string, ZipEntry> _entries;

    internal ZipContainer(ReadSource source)
    {
        _source = source;
        _entries = ZipDirectory.Read(source).ToDictionary(e => e.Name.Replace('\\', '/'), StringComparer.OrdinalIgnoreCase);
        if (_entries.Values.Any(e => e.Encrypted))
        {
            throw new UnreadableException(Refusals.Encrypted(source.FileName));
        }
    }

    internal IEnumerable<string> Names => _entries.Keys;

    internal bool Has(string name) => _entries.ContainsKey(name.TrimStart('/'));

    /// <summary>XML of a part; null when the container has none of that name.</summary>
    internal SafeXml? Xml(string name) =>
        _entries.TryGetValue(name.TrimStart('/'), out var entry) ? new SafeXml(Open(entry), _source) : null;

    private CheckedEntryStream Open(ZipEntry entry)
    {
        var data = ZipDirectory.DataAt(_source, entry);
        var packed = new MemoryStream(_source.Content, (int)data, (int)entry.Packed, writable: false);
        Stream plain = entry.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw ZipDirectory.Damaged(_source, "圧縮の方式が対応外"),
        };
        return new CheckedEntryStream(plain, entry, _source);
    }
}
