namespace Yakuba.Evidence;

/// <summary>How a word of the hypothesis stands to a word of the premise. Higher binds first when words are aligned.</summary>
internal enum Relation
{
    None,

    /// <summary>Members of one kind that exclude one another, or opposites: 犬 and 猫, 開ける and 閉める.</summary>
    Contrast,

    /// <summary>They share a character of meaning, or an ending: 散水 and 水やり.</summary>
    Akin,

    /// <summary>The hypothesis is narrower: 動物, then 犬.</summary>
    Narrower,

    /// <summary>The hypothesis is broader: 犬, then 動物.</summary>
    Broader,

    /// <summary>Another word for the same.</summary>
    Synonym,

    /// <summary>The same word, however written.</summary>
    Same,
}
