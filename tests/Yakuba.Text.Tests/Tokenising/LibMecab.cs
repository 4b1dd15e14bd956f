using System.Runtime.InteropServices;
using System.Text;

namespace Yakuba.Text.Tests;

/// <summary>MeCab's own library: the judge of our lattice. Only tests and benchmarks call it.</summary>
internal sealed unsafe partial class LibMecab : IDisposable
{
    private readonly nint _tagger = New("-d /var/lib/mecab/dic/ipadic-utf8");

    internal static bool IsInstalled { get; } =
        NativeLibrary.TryLoad("libmecab.so.2", out _) && Directory.Exists("/var/lib/mecab/dic/ipadic-utf8");

    /// <summary>Words with UTF-16 places, the raw feature text and whether the dictionary knows them.</summary>
    internal List<(int Start, int Length, string Feature, bool IsKnown)> Parse(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text + "\0");
        var result = new List<(int, int, string, bool)>();
        fixed (byte* start = utf8)
        {
            var unit = 0;
            var place = start;
            for (var node = ToNode(_tagger, start, (nuint)(utf8.Length - 1)); node != null; node = node->Next)
            {
                if (node->Stat > 1)
                {
                    continue;
                }

                unit += Encoding.UTF8.GetCharCount(place, (int)(node->Surface - place));
                var length = Encoding.UTF8.GetCharCount(node->Surface, node->Length);
                result.Add((unit, length, Marshal.PtrToStringUTF8((nint)node->Feature)!, node->Stat == 0));
                unit += length;
                place = node->Surface + node->Length;
            }
        }

        return result;
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
        internal Node* Previous, Next, SameEnd, SameStart;
        internal nint RightPath, LeftPath;
        internal byte* Surface, Feature;
        internal uint Id;
        internal ushort Length, LengthWithSpaces, RightContext, LeftContext, PartOfSpeechId;
        internal byte CharacterType, Stat, IsBest;
    }
}
