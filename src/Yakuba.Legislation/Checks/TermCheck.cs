using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>One word written in two ways within the 本則.</summary>
internal static partial class TermCheck
{
    /// <summary>Writings of one word. Nouns that are also forms of verbs count only before a particle that follows nouns.</summary>
    private static readonly (string Usual, string Other, bool IsNoun)[] Variants =
    [
        ("申込み", "申し込み", true), ("届出", "届け出", true), ("取扱い", "取り扱い", true), ("取消し", "取り消し", true), ("手続", "手続き", true),
        ("引渡し", "引き渡し", true), ("貸付け", "貸し付け", true), ("受付", "受け付け", true), ("支払", "支払い", true), ("申立て", "申し立て", true),
        ("立入り", "立ち入り", true), ("見積り", "見積もり", true), ("子ども", "子供", false), ("及び", "および", false),
        ("又は", "または", false), ("並びに", "ならびに", false), ("若しくは", "もしくは", false), ("毀損", "き損", false),
        ("ただし、", "但し、", false), ("当たって", "あたって", false), ("基づき", "基き", false), ("できる", "出来る", false),
    ];

    internal static IEnumerable<EnactmentFinding> Find(CheckContext context)
    {
        var sentences = context.BodySentences.ToList();
        foreach (var (usual, other, isNoun) in Variants)
        {
            var odd = sentences.Select(s => (s.Path, At: IndexOf(s.Provision.Text, other, isNoun))).FirstOrDefault(s => s.At >= 0);
            if (odd.Path is not null && sentences.FirstOrDefault(s => IndexOf(s.Provision.Text, usual, isNoun) >= 0) is { } first)
            {
                yield return EnactmentChecks.TermVariants.At(odd.Path, $"「{other}」とあり、{first.Path}では「{usual}」とあります。", odd.At, other.Length);
            }
        }
    }

    private static int IndexOf(string text, string word, bool isNoun)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            if (!isNoun || (at + word.Length < text.Length && AfterNoun().IsMatch(text[(at + word.Length)..(at + word.Length + 1)])))
            {
                return at;
            }
        }

        return -1;
    }

    [GeneratedRegex("^[はがをの]")]
    private static partial Regex AfterNoun();
}
