using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>What a span looks like, in one word, told from its parts of speech and characters.</summary>
internal static class SpanKind
{
    private const string timeUnits = "年月日時紀代頃期前後末初中旬間";

    internal static string Of(IReadOnlyList<Token> tokens, int first, int end)
    {
        var (number, person, place, organisation, proper) = (false, false, false, false, false);
        var joined = false;
        for (var i = first; i < end; i++)
        {
            var part = tokens[i].PartOfSpeech;
            number |= part.StartsWith("名詞,数", StringComparison.Ordinal);
            person |= part.StartsWith("名詞,固有名詞,人名", StringComparison.Ordinal);
            place |= part.StartsWith("名詞,固有名詞,地域", StringComparison.Ordinal);
            organisation |= part.StartsWith("名詞,固有名詞,組織", StringComparison.Ordinal);
            proper |= part.StartsWith("名詞,固有名詞", StringComparison.Ordinal) || !tokens[i].IsKnown;
            joined |= part.StartsWith("助", StringComparison.Ordinal) || part.StartsWith("記号", StringComparison.Ordinal);
        }

        var last = tokens[end - 1];
        return (joined ? "joined " : "") + (
            number && timeUnits.Contains(last.Surface[^1], StringComparison.Ordinal) ? "time"
            : number ? "number"
            : last.PartOfSpeech.StartsWith("名詞,副詞可能", StringComparison.Ordinal) ? "adverbial"
            : person ? "person"
            : place ? "place"
            : organisation ? "organisation"
            : proper ? "name"
            : last.PartOfSpeech.StartsWith("名詞,サ変", StringComparison.Ordinal) ? "deed"
            : last.PartOfSpeech.StartsWith("名詞,形容", StringComparison.Ordinal) ? "quality"
            : last.PartOfSpeech.StartsWith("名詞", StringComparison.Ordinal) ? "thing"
            : "other");
    }
}
