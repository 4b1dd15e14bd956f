using Yakuba.Platform.Models.Endpoint;

namespace Yakuba.Platform.Models.Embedding;

/// <summary>What can be wrong with the embedding model.</summary>
public static class EmbeddingProblems
{
    /// <summary>The server did not give a vector that can be used.</summary>
    public static readonly Problem Unusable = new(
        "model-embed-unusable", 400, "埋込みモデルのサーバから、使えるベクトルが返りませんでした。アドレスが /v1/embeddings に対応しているか、モデルの名前と鍵が正しいかを確認して、もう一度行ってください。");

    /// <summary>The dimension is outside what can be stored.</summary>
    public static readonly Problem Dimension = new(
        "model-embed-dimension", 400, "このモデルのベクトルの次元数は扱えません。8〜4096次元のモデルを選んでください。");

    /// <summary>A prefix that cannot be kept.</summary>
    public static readonly Problem Prefix = new("model-embed-prefix", 400, "前に付ける文字は、改行を含まない100文字までで入力してください。");

    /// <summary>None is attached.</summary>
    public static readonly Problem NotAttached = new("model-embed-not-attached", 409, "埋込みモデルはつながれていません。yakuba model embed use URL でつないでください。");

    /// <summary>The endpoint failed while vectors were made.</summary>
    public static readonly Problem Failed = new(
        "model-embed-failed", 502, "埋込みモデルのサーバの不調で、ベクトルを作れませんでした。できた分は残っています。サーバを確認してください。稼働中のYakubaは5分後に続きから作ります。すぐに続けるには yakuba index vectors を実行してください。");

    /// <summary>The problem of a failure at attaching.</summary>
    internal static Problem Of(ModelFailure failure, Uri url) =>
        failure == ModelFailure.Outside ? ModelProblems.Outside.With(url.Host) : Unusable.With($"{failure.ToKey()}: {failure.ToWords()}");
}
