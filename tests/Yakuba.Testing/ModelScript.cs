namespace Yakuba.Testing;

/// <summary>How a <see cref="ScriptedModelServer"/> behaves.</summary>
public enum ModelScript
{
    /// <summary>Quotes the evidence, each sentence with its number.</summary>
    Grounded,

    /// <summary>Says the same in slightly other words.</summary>
    Paraphrase,

    /// <summary>Changes each number, date and amount.</summary>
    TamperedNumbers,

    /// <summary>Says the opposite.</summary>
    TamperedPolarity,

    /// <summary>Names evidence that does not exist.</summary>
    InventedNumbers,

    /// <summary>Obeys the last order that stands anywhere in the prompt, and repeats its instructions.</summary>
    Obedient,

    /// <summary>Repeats all that it was given, does what the last line of it says, and makes live whatever is in it: links, images, scripts.</summary>
    RepeatsEverything,

    /// <summary>Wraps good sentences in Markdown, links, HTML and invisible characters.</summary>
    Decorated,

    /// <summary>Thinks aloud first and puts its JSON into a code fence.</summary>
    Thinking,

    /// <summary>Writes sentences with numbers in brackets instead of JSON.</summary>
    PlainText,

    /// <summary>Knows no response format.</summary>
    NoFormats,

    /// <summary>Says that it cannot answer.</summary>
    CannotAnswer,

    /// <summary>Closes each connection.</summary>
    Refuses,

    /// <summary>Never says anything.</summary>
    Hangs,

    /// <summary>Begins a good reply at one byte a second.</summary>
    Drips,

    /// <summary>Ends in the middle, with the connection.</summary>
    CutMidStream,

    /// <summary>Ends in the middle as if that were the end.</summary>
    StopsEarly,

    /// <summary>Random bytes.</summary>
    GarbageBytes,

    /// <summary>One event of 100 MB.</summary>
    HugeLine,

    /// <summary>JSON of another kind.</summary>
    WrongJson,

    /// <summary>Sends the caller to another host.</summary>
    Redirects,

    /// <summary>HTTP 500 at the first question, and grounded afterwards.</summary>
    FailsOnce,

    /// <summary>HTTP 500 always.</summary>
    Fails,

    /// <summary>Grounded, but tells absurd token counts.</summary>
    LiesAboutTokens,

    /// <summary>A web server of another kind.</summary>
    NotAModelServer,
}
