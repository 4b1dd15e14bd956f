namespace Yakuba.Evidence;

/// <summary>What kind of thing a question asks for.</summary>
internal enum AskedFor
{
    What,
    Who,
    When,
    Where,
    HowMany,
    Name,
    Which,
    Why,
    How,

    /// <summary>「…の首都は？」: no question word, only what is asked for.</summary>
    Topic,
}
