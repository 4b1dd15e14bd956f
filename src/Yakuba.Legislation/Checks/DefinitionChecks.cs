using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Definitions and abbreviations: set and not used, set twice, used and not set.</summary>
internal static partial class DefinitionChecks
{
    private const int LongestTerm = 40;

    /// <summary>A term, where it is set, and how far that holds.</summary>
    private sealed record Definition(string Term, ProvisionPath Path, int Start, bool HoldsThroughout);

    internal static IEnumerable<EnactmentFinding> Find(CheckContext context)
    {
        var definitions = context.BodySentences.SelectMany(Definitions).ToList();
        var text = string.Join('\n', context.AllText);
        foreach (var definition in definitions.Where(d => !IsUsed(text, d.Term)))
        {
            yield return EnactmentChecks.UnusedDefinition.At(definition.Path, $"「{definition.Term}」は、定めた後に使われていません。", definition.Start, definition.Term.Length);
        }

        foreach (var twice in definitions.Where(d => d.HoldsThroughout).GroupBy(d => d.Term).Where(g => g.Count() > 1))
        {
            var again = twice.ElementAt(1);
            yield return EnactmentChecks.DoubleDefinition.At(again.Path, $"「{again.Term}」は{twice.First().Path}でも定められています。", again.Start, again.Term.Length);
        }

        foreach (var abbreviated in context.References.Where(r => r.State == ReferenceState.Elsewhere && r.From.UpTo(ProvisionKind.Supplement) is null && r.Enactment is "法" or "令" or "規則" or "条例").GroupBy(r => r.Enactment))
        {
            if (!text.Contains($"「{abbreviated.Key}」", StringComparison.Ordinal))
            {
                var first = abbreviated.First();
                yield return EnactmentChecks.UndefinedAbbreviation.At(first.From, $"「{abbreviated.Key}{first.Text}」の「{abbreviated.Key}」が何か、定められていません。", first.Start, first.Length);
            }
        }
    }

    private static IEnumerable<Definition> Definitions(PlacedProvision place)
    {
        // 次の各号に掲げる用語の意義は…: each 号 is a term, a blank, its meaning.
        var terms = Terms().IsMatch(place.Provision.Text) ? place.Provision.Children.Where(c => c.Kind == ProvisionKind.Item) : [];
        foreach (var item in terms.Where(i => i.Text.IndexOf('　', StringComparison.Ordinal) is > 0 and <= LongestTerm))
        {
            yield return new(item.Text[..item.Text.IndexOf('　', StringComparison.Ordinal)].Trim('「', '」'), place.Path.Below(ProvisionPath.Numbered(item.Kind, item.Number)), 0, true);
        }

        foreach (Match match in Setting().Matches(place.Provision.Text))
        {
            if (place.Provision.Text.AsSpan(0, match.Index).Count('「') > place.Provision.Text.AsSpan(0, match.Index).Count('」'))
            {
                continue; // Words of another enactment, which this one reads otherwise.
            }

            var term = match.Groups["term"];
            yield return new(term.Value, place.Path, term.Index, match.Groups["scope"].Length == 0);
        }
    }

    /// <summary>More often than where it is set: the word itself, or 同法 and the like in its place.</summary>
    private static bool IsUsed(string text, string term)
    {
        var first = text.IndexOf(term, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(term, first + term.Length, StringComparison.Ordinal) >= 0;
    }

    [GeneratedRegex("用語の(?:意義|定義)")]
    private static partial Regex Terms();

    [GeneratedRegex("以下(?<scope>[^「」（）()。]{0,40}において)?(?:[^「」（）()。]{0,20})「(?<term>[^「」]{1,40})」という")]
    private static partial Regex Setting();
}
