using System.Globalization;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>What the page of the embedding model shows.</summary>
/// <param name="Embedding">The attached model; null for none.</param>
/// <param name="IsResting">True while it is left alone after failures.</param>
/// <param name="Progress">How far its vectors are; null when none is attached.</param>
public sealed record EmbeddingPageModel(AttachedEmbedding? Embedding, bool IsResting, EmbeddingProgress? Progress)
{
    /// <summary>What was just done; may be empty.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the last act was refused, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The outcome of a check made just now; null when none was made.</summary>
    public EmbeddingCheck? Check { get; init; }

    internal IReadOnlyList<FactLine> Facts(Words words) => Embedding is null ? [] :
    [
        new(words["接続先", "Address"], Embedding.Server.Url.AbsoluteUri),
        new(words["状態", "State"], IsResting ? words["失敗が続いたため、しばらく使わず言葉だけで探しています", "Left alone after failures; search is by words"] : words["使えます", "In use"]),
        new(words["次元数", "Dimensions"], Embedding.Dimension.ToString("N0", CultureInfo.InvariantCulture)),
        new(words["質問の前に付ける文字", "Before questions"], Prefix(Embedding.QueryPrefix, words)),
        new(words["文書の前に付ける文字", "Before passages"], Prefix(Embedding.PassagePrefix, words)),
        new(words["渡してよい区分", "Most secret label sent"], words[Embedding.Server.MostSecret.ToName() + "まで", "up to " + Embedding.Server.MostSecret.ToName()]),
        new(words["鍵", "Key"], Embedding.Server.Key.Length > 0 ? words["あり", "Kept"] : words["なし", "None"]),
    ];

    private static string Prefix(string prefix, Words words) => prefix.Length == 0 ? words["なし", "Nothing"] : words[$"「{prefix}」", $"“{prefix}”"];
}
