using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Yakuba.Platform.Web;

/// <summary>The style sheet, scripts and pictures of the pages, read once from the program itself.</summary>
/// <remarks>
/// All stand under one folder named by the hash of their contents, so a browser may keep them for ever
/// and modules may import each other by relative name.
/// </remarks>
public sealed class WebAssets
{
    private const string ResourcePrefix = "web/";
    private readonly FrozenDictionary<string, Asset> _byName;

    /// <summary>Those of this program: read and compressed once, however many municipalities it serves.</summary>
    public static WebAssets Shipped { get; } = new();

    /// <summary>Reads all assets and joins the style files, in the order of their names, into <c>yakuba.css</c>.</summary>
    private WebAssets()
    {
        var files = ReadAll();
        var styles = files.Where(file => file.Key.StartsWith("styles/", StringComparison.Ordinal)).ToList();
        var assets = files.Except(styles).ToDictionary(file => file.Key, file => Asset.Of(file.Key, file.Value));
        assets["yakuba.css"] = Asset.Of("yakuba.css", [.. styles.SelectMany(style => style.Value)]);
        _byName = assets.ToFrozenDictionary(StringComparer.Ordinal);
        Fingerprint = HashOf(assets.OrderBy(asset => asset.Key, StringComparer.Ordinal).Select(asset => asset.Value));
    }

    /// <summary>Sixteen hexadecimal digits that change when any asset changes.</summary>
    public string Fingerprint { get; }

    /// <summary>Address of an asset on this server.</summary>
    /// <param name="name">Name such as <c>yakuba.css</c> or <c>scripts/main.js</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such asset; a page names one that was not shipped.</exception>
    public string Url(string name) => _byName.ContainsKey(name)
        ? $"/assets/{Fingerprint}/{name}"
        : throw new KeyNotFoundException($"No asset is named {name}.");

    internal Asset? Find(string fingerprint, string name) =>
        fingerprint == Fingerprint ? _byName.GetValueOrDefault(name) : null;

    private static SortedDictionary<string, byte[]> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!; // the name comes from the same assembly
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            found[resource[ResourcePrefix.Length..]] = copy.ToArray();
        }

        return found;
    }

    private static string HashOf(IEnumerable<Asset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in assets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(asset.Name));
            hash.AppendData(asset.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
