using System.Globalization;
using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>Writes what was put in and taken out as Word's tracked changes, with who and when.</summary>
internal sealed class WordChanges(DocxOptions options)
{
    private int _id;

    /// <summary>w:ins or w:del around runs; the runs themselves when nothing changed.</summary>
    internal IEnumerable<XElement> Around(PaperChange change, IEnumerable<XElement> runs) => change == PaperChange.None ? runs : [Mark(change, runs)];

    /// <summary>The mark of a whole paragraph or row; null when nothing changed.</summary>
    internal XElement? Whole(PaperChange change) => change == PaperChange.None ? null : Mark(change, []);

    private XElement Mark(PaperChange change, IEnumerable<XElement> content) => E(change == PaperChange.Inserted ? "ins" : "del",
        A("id", ++_id), A("author", PrintableText.OneLine(options.ChangedBy)),
        options.ChangedAt is { } at ? A("date", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) : null, content);
}
