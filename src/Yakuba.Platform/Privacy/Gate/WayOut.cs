namespace Yakuba.Platform.Privacy.Gate;

/// <summary>A way by which text leaves its place, and so a purpose for which a municipality decides what becomes of personal data.</summary>
public enum WayOut
{
    /// <summary>質問への回答: question and passages before the language model.</summary>
    Answers,

    /// <summary>検索用ベクトル: questions and passages before the embedding model.</summary>
    Vectors,

    /// <summary>取込み: a document's text into the search index.</summary>
    Import,
}
