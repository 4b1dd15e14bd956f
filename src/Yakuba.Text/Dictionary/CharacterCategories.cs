using System.Text;

namespace Yakuba.Text;

/// <summary><c>char.bin</c>: the categories of each UTF-16 code unit and how unknown words are cut from them.</summary>
internal sealed unsafe class CharacterCategories
{
    private const int NameBytes = 32;
    private const int CodeUnits = 0xffff;

    private CharacterCategories(MappedFile file)
    {
        var count = file.Length < 4 ? 0 : *(uint*)file.Start;
        if (count is 0 or > 18 || file.Length != 4 + (NameBytes * count) + (4L * CodeUnits))
        {
            throw new LexiconException(file.Path, "the category count differs from the length of the file");
        }

        Names = new byte[count][];
        for (var i = 0; i < count; i++)
        {
            var name = new ReadOnlySpan<byte>(file.Start + 4 + (i * NameBytes), NameBytes);
            var end = name.IndexOf((byte)0);
            Names[i] = name[..(end < 0 ? NameBytes : end)].ToArray();
        }

        // A copy with room for U+FFFF, which the file leaves out.
        Table = new CharacterCategory[CodeUnits + 1];
        var entries = (uint*)(file.Start + 4 + (NameBytes * count));
        for (var i = 0; i < CodeUnits; i++)
        {
            Table[i] = new CharacterCategory(entries[i]);
            if (Table[i].Default >= count)
            {
                throw new LexiconException(file.Path, $"character U+{i:X4} has a category without a name");
            }
        }
    }

    /// <summary>Names in order of their number, as in unk.dic.</summary>
    internal byte[][] Names { get; }

    /// <summary>By UTF-16 code unit. Characters beyond U+FFFF share the entry of U+0000.</summary>
    internal CharacterCategory[] Table { get; }

    internal static CharacterCategories Open(string directory)
    {
        using var file = MappedFile.Open(directory, "char.bin");
        return new CharacterCategories(file);
    }

    internal string NameOf(int category) => Encoding.ASCII.GetString(Names[category]);
}

/// <summary>32 bits: 18 membership bits, 8 bits default category, 4 bits length, 1 bit group, 1 bit invoke.</summary>
internal readonly struct CharacterCategory(uint bits)
{
    internal uint Members => bits & 0x3ffff;

    /// <summary>Number of the category that unknown words starting here take.</summary>
    internal int Default => (int)(bits >> 18) & 0xff;

    /// <summary>Unknown words of 1 to this many characters are tried, 0 to 15.</summary>
    internal int Length => (int)(bits >> 26) & 0xf;

    /// <summary>A run of like characters is tried as one unknown word.</summary>
    internal bool Groups => (bits & 0x40000000) != 0;

    /// <summary>Unknown words are tried even where the dictionary knows a word.</summary>
    internal bool Invokes => (bits & 0x80000000) != 0;

    internal bool IsKindOf(CharacterCategory other) => (Members & other.Members) != 0;
}
