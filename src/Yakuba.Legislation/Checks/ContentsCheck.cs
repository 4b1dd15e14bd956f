using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>Compares the contents with the divisions of the text: names and ranges of articles.</summary>
internal static partial class ContentsCheck
{
    internal static IEnumerable<EnactmentFinding> Find(CheckContext context)
    {
        var lines = context.Enactment.Contents.Select(LineShape.Of).Where(s => s.Kind == LineKind.Division).ToList();
        var divisions = context.Index.Places.Where(p => p.Provision.Kind <= ProvisionKind.Division && lines.Exists(l => l.Provision == p.Provision.Kind)).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        foreach (var place in divisions.Skip(lines.Count))
        {
            yield return EnactmentChecks.Contents.At(place.Path, $"「{place.Provision.Label}　{place.Provision.Text}」が目次にありません。");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var place = i < divisions.Count ? divisions[i] : null;
            var (title, range) = Divide(lines[i].Rest);
            if (place is null)
            {
                yield return EnactmentChecks.Contents.At(ProvisionPath.Root, $"目次の「{lines[i].Label}　{title}」が本文にありません。");
            }
            else if (Blanks.Without(place.Provision.Label + place.Provision.Text) != Blanks.Without(lines[i].Label + title))
            {
                yield return EnactmentChecks.Contents.At(place.Path, $"目次では「{lines[i].Label}　{title}」、本文では「{place.Provision.Label}　{place.Provision.Text}」です。");
                yield break; // One line too many or too few would repeat itself in all that follow.
            }
            else if (range.Length > 0 && Wrong(range, place.Provision) is { } actual)
            {
                yield return EnactmentChecks.Contents.At(place.Path, $"目次では「{range}」、本文では{actual}です。");
            }
        }
    }

    private static (string Title, string Range) Divide(string rest) =>
        Range().Match(rest) is { Success: true } match ? (Blanks.Trim(rest[..match.Index]), match.Value) : (rest, "");

    /// <summary>The articles of a division as the contents should name them; null when the range that they name is right.</summary>
    private static string? Wrong(string range, Provision division)
    {
        var all = division.WithAllBelow().Where(p => p.Kind == ProvisionKind.Article).ToList();
        var direct = division.Children.Where(p => p.Kind == ProvisionKind.Article).ToList();
        var named = Article().Matches(range).Select(m => LineShape.NumberOf(m.Value)).ToList();
        return all.Count == 0 || named.Count == 0 || Agrees(all, named) || Agrees(direct, named) ? null
            : all.Count == 1 ? all[0].Label : $"{all[0].Label}から{all[^1].Label}まで";
    }

    private static bool Agrees(List<Provision> articles, List<ProvisionNumber> named) =>
        articles.Count > 0 && named[0] == ProvisionNumber.Of(articles[0].Number.Parts.AsSpan()) && named[^1] == ProvisionNumber.Of(articles[^1].Number.Through.AsSpan());

    [GeneratedRegex("[（(]第[^（()）]{1,60}条[^（()）]{0,20}[）)]$")]
    private static partial Regex Range();

    [GeneratedRegex("第[〇一二三四五六七八九十百千0-9０-９]{1,7}条(?:の[〇一二三四五六七八九十百千0-9０-９]{1,5})*")]
    private static partial Regex Article();
}
