namespace Yakuba.Office.Draft.Text;

/// <summary>A piece of a draft's text and where it came from.</summary>
/// <param name="Text">As it stands; never empty.</param>
/// <param name="Origin">Who brought it.</param>
/// <param name="From">Name of the slot of a fact, number of a source; of own words the source that they changed; else empty.</param>
public sealed record DraftSpan(string Text, SpanOrigin Origin, string From = "");

/// <summary>Where a piece of text came from.</summary>
public enum SpanOrigin
{
    /// <summary>定型文: the template's own phrase.</summary>
    Template,

    /// <summary>事実: what was filled in.</summary>
    Fact,

    /// <summary>出典: verbatim from a document.</summary>
    Source,

    /// <summary>自分の言葉: typed by people.</summary>
    Own,

    /// <summary>AI: written by a composer that is not the template.</summary>
    Composed,
}
