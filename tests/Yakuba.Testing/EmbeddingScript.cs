namespace Yakuba.Testing;

/// <summary>How an <see cref="EmbeddingDouble"/> behaves.</summary>
public enum EmbeddingScript
{
    /// <summary>Gives each text its vector.</summary>
    Sound,

    /// <summary>The same, last text first, with the index of each.</summary>
    OutOfOrder,

    /// <summary>Closes each connection.</summary>
    Refuses,

    /// <summary>Never says anything.</summary>
    Hangs,

    /// <summary>Begins a good reply at three bytes a second.</summary>
    Drips,

    /// <summary>Ends in the middle, with the connection.</summary>
    CutMidStream,

    /// <summary>Ends in the middle as if that were the end.</summary>
    StopsEarly,

    /// <summary>Random bytes.</summary>
    GarbageBytes,

    /// <summary>JSON of another kind.</summary>
    WrongJson,

    /// <summary>100 MB of numbers.</summary>
    Huge,

    /// <summary>One vector too few.</summary>
    TooFew,

    /// <summary>One vector too many.</summary>
    TooMany,

    /// <summary>The same index twice.</summary>
    SameIndex,

    /// <summary>Vectors one value longer than those before.</summary>
    WrongDimension,

    /// <summary>Vectors of three values.</summary>
    TooShort,

    /// <summary>A number that no binary32 can hold.</summary>
    Overflow,

    /// <summary><c>null</c> among the numbers, as some servers write what is not a number.</summary>
    NotANumber,

    /// <summary>All values 0.</summary>
    Zeros,

    /// <summary>HTTP 500 always.</summary>
    Fails,

    /// <summary>Sends the caller to another host.</summary>
    Redirects,
}
