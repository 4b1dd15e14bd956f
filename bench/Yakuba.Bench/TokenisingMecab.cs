using System.Runtime.InteropServices;

namespace Yakuba.Bench;

/// <summary>MeCab's C API, for the comparison only.</summary>
internal sealed unsafe partial class TokenisingMecab : IDisposable
{
    private readonly nint _tagger = New("-d /var/lib/mecab/dic/ipadic-utf8");

    /// <summary>Cuts one line and walks its words, as any user of the library must.</summary>
    /// <returns>Number of words.</returns>
    internal int Count(byte[] utf8)
    {
        var words = 0;
        fixed (byte* start = utf8)
        {
            for (var node = ToNode(_tagger, start, (nuint)utf8.Length); node != null; node = node->Next)
            {
                words++;
            }
        }

        return words - 2; // the start and the end are nodes too
    }

    public void Dispose() => Destroy(_tagger);

    [LibraryImport("libmecab.so.2", EntryPoint = "mecab_new2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint New(string arguments);

    [LibraryImport("libmecab.so.2", EntryPoint = "mecab_destroy")]
    private static partial void Destroy(nint tagger);

    [LibraryImport("libmecab.so.2", EntryPoint = "mecab_sparse_tonode2")]
    private static partial Node* ToNode(nint tagger, byte* text, nuint length);

    [StructLayout(LayoutKind.Sequential)]
    private struct Node
    {
        internal Node* Previous, Next;
    }
}
