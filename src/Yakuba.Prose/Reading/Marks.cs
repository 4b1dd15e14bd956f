namespace Yakuba.Prose;

/// <summary>What a letter of a text belongs to.</summary>
[Flags]
internal enum Marks : byte
{
    None = 0,

    /// <summary>Inside 「」 or 『』: the words of others, a name, a word that is spoken of.</summary>
    Quoted = 1,

    /// <summary>Inside brackets of any kind that close on the same line.</summary>
    Bracketed = 2,

    /// <summary>Part of the title of a law or an ordinance.</summary>
    Title = 4,

    /// <summary>Part of an address of the web or of mail.</summary>
    Address = 8,

    /// <summary>A bracket that has its other half on the same line.</summary>
    Matched = 16,
}
