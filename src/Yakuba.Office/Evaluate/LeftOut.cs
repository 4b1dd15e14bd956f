using Yakuba.Office.Library.Index;
using Yakuba.Office.Library.Wording;
using Yakuba.Platform;
using Yakuba.Search;

namespace Yakuba.Office.Evaluate;

/// <summary>Ideas that a run leaves out, to see what each brings.</summary>
/// <param name="Fields">Fields that are not searched.</param>
/// <param name="Meant">The words meant by what is said.</param>
/// <param name="Quoted">False to take words in quotation marks like any others.</param>
/// <param name="Texts">False to leave the first hits in the order of the index.</param>
internal sealed record LeftOut(IReadOnlySet<int> Fields, MeantWords Meant, bool Quoted = true, bool Texts = true)
{
    private const string MeantWords = "meant";
    private const string Phrases = "phrases";
    private const string TextsIdea = "texts";

    private static readonly Dictionary<string, int[]> s_fields = new()
    {
        ["bigrams"] = PassageFields.BigramFields.ToArray(),
        ["sounds"] = [.. PassageFields.SoundFields, PassageFields.TitleName],
        ["names"] = [PassageFields.TitleName],
        ["articles"] = [PassageFields.NamedArticles, PassageFields.CitedArticles],
    };

    private static readonly Problem Unknown = new(
        "eval-unknown-idea", 400, $"--without に指定できるのは {MeantWords}、{TextsIdea}、{Phrases}、{string.Join("、", s_fields.Keys)} です。コンマで区切って指定してください。");

    /// <summary>Nothing: as the product searches.</summary>
    internal static LeftOut Nothing { get; } = new(new HashSet<int>(), ShippedWords.Meant);

    /// <summary>Reads names parted by commas; empty for nothing.</summary>
    internal static Result<LeftOut> Parse(string names)
    {
        var ideas = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ideas.FirstOrDefault(i => i is not (MeantWords or TextsIdea or Phrases) && !s_fields.ContainsKey(i)) is { } unknown
            ? Unknown.With(unknown)
            : new LeftOut(
                ideas.SelectMany(i => s_fields.GetValueOrDefault(i, [])).ToHashSet(),
                ideas.Contains(MeantWords) ? Library.Wording.MeantWords.None : ShippedWords.Meant,
                !ideas.Contains(Phrases),
                !ideas.Contains(TextsIdea));
    }

    /// <summary>A query without what is left out.</summary>
    internal IndexQuery Of(IndexQuery query) => Fields.Count == 0 && Quoted ? query : query with
    {
        Terms = [.. query.Terms.Where(t => !Fields.Contains(t.Field))],
        Phrases = Quoted ? query.Phrases : [],
    };
}
