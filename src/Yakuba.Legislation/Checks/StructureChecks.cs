using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>各号 that are announced and do not come; 別表 whose article does not speak of them; 廃止 without 経過措置.</summary>
internal static partial class StructureChecks
{
    internal static IEnumerable<EnactmentFinding> Find(CheckContext context) =>
        [.. Items(context), .. Relations(context), .. Repeals(context)];

    private static IEnumerable<EnactmentFinding> Items(CheckContext context)
    {
        foreach (var place in context.BodySentences)
        {
            var at = place.Provision.Text.IndexOf("次の各号", StringComparison.Ordinal);
            if (at >= 0 && place.Provision.Children.IsEmpty && !Quoted(place.Provision.Text, at))
            {
                yield return EnactmentChecks.MissingItems.At(place.Path, "「次の各号」とありますが、号がありません。", at, 4);
            }
        }
    }

    private static IEnumerable<EnactmentFinding> Relations(CheckContext context)
    {
        foreach (var place in context.Index.Places.Where(p => p.Provision.Kind is ProvisionKind.Appendix or ProvisionKind.Form))
        {
            var name = Blanks.Without(place.Provision.Label);
            var related = Relation().Match(place.Provision.Text);
            var articles = related.Success ? Article().Matches(related.Value).Select(m => (m.Value, Found: context.Index.Find(ProvisionPath.Parse(m.Value) ?? ProvisionPath.Root))) : [];
            foreach (var (label, found) in articles)
            {
                if (found is null)
                {
                    yield return EnactmentChecks.AppendixRelation.At(place.Path, $"{name}に「{related.Value}」とありますが、{label}がありません。");
                }
                else if (!found.Provision.WithAllBelow().Any(p => Speaks(p.Text, name) || (p.Table is { } table && table.Rows.Any(r => r.Any(c => Speaks(c, name))))))
                {
                    yield return EnactmentChecks.AppendixRelation.At(place.Path, $"{label}に「{name}」がありません。");
                }
            }
        }
    }

    /// <summary>別表第一 is also spoken of as 別表, 様式第2号 by 様式第1号から様式第3号まで.</summary>
    private static bool Speaks(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal) || (text.Contains(name[..2], StringComparison.Ordinal) && Through().IsMatch(text));

    private static IEnumerable<EnactmentFinding> Repeals(CheckContext context)
    {
        var sentences = context.OwnSupplement.ToList();
        var repeal = sentences.FirstOrDefault(s => Repeal().IsMatch(s.Provision.Text));
        if (repeal is not null && !sentences.Exists(s => Transition().IsMatch(s.Provision.Text)))
        {
            yield return EnactmentChecks.RepealWithoutTransition.At(repeal.Path, "例規を廃止していますが、経過措置が見当たりません。");
        }
    }

    private static bool Quoted(string text, int at) => text.AsSpan(0, at).Count('「') > text.AsSpan(0, at).Count('」');

    [GeneratedRegex("[（(](?<articles>第[^（()）]{1,80})関係[）)]")]
    private static partial Regex Relation();

    [GeneratedRegex("第[〇一二三四五六七八九十百千0-9０-９]{1,7}条(?:の[〇一二三四五六七八九十百千0-9０-９]{1,5})*")]
    private static partial Regex Article();

    [GeneratedRegex("から.{0,12}まで|及び|、|又は")]
    private static partial Regex Through();

    [GeneratedRegex("(?:法律|法|条例|規則|規程|要綱|法令)(?:[（(].{0,80}[）)])?(?:は、?|を)(?:これを)?廃止する|次に掲げる.{1,20}は、廃止する")]
    private static partial Regex Repeal();

    [GeneratedRegex("従前の例|効力を有する|とみなす|経過措置|なお効力|なお、効力|施行前に")]
    private static partial Regex Transition();
}
