namespace Yakuba.Evidence;

/// <summary>A content word of a sentence with the part that it plays there.</summary>
/// <param name="At">Its place among the content words.</param>
/// <param name="Base">Base form as the dictionary writes it.</param>
/// <param name="Fold">The word that stands for all that mean the same.</param>
/// <param name="Sound">Reading of the base form if it stands so in the text, in katakana; empty if unknown.</param>
/// <param name="Class">Noun, verb, adjective or adverb.</param>
internal sealed record StatedWord(int At, string Base, string Fold, string Sound, WordClass Class)
{
    /// <summary>The case particle behind it: が (also は), を, に, で, の, と, から, へ, まで; 連 for a noun right behind it; 述 where it is a predicate; empty at the end.</summary>
    internal string Role { get; set; } = "";

    /// <summary>上, 中, 前, …: the word of place behind it; empty without one.</summary>
    internal string Place { get; set; } = "";

    /// <summary>Index of the word that it depends on, told from particles and order alone; −1 for none.</summary>
    internal int Head { get; set; } = -1;

    /// <summary>The predicate itself is negated.</summary>
    internal bool Negated { get; set; }

    /// <summary>It is said with れる or られる.</summary>
    internal bool Passive { get; set; }

    /// <summary>A verb that says little by itself: いる, ある, する.</summary>
    internal bool Light { get; init; }

    /// <summary>It says something of its arguments: a verb, an adjective, or a noun with する or だ.</summary>
    internal bool IsPredicate => Role.StartsWith('述');
}

/// <summary>Kinds of content words.</summary>
internal enum WordClass
{
    Noun,
    Verb,
    Adjective,
    Adverb,
    Suffix,
}
