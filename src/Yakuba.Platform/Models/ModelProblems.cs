namespace Yakuba.Platform.Models;

/// <summary>What can be wrong with the language model.</summary>
public static class ModelProblems
{
    /// <summary>Not an address of a model server.</summary>
    public static readonly Problem Address = new(
        "model-address", 400, "モデルサーバのアドレスは、http://127.0.0.1:8080/v1 のように、http:// または https:// で始まる形で入力してください。利用者名やパスワードは含められません。");

    /// <summary>The address is outside the municipality's own network.</summary>
    public static readonly Problem Outside = new(
        "model-outside", 400, "庁外のアドレスには接続しません。庁内のモデルサーバのアドレスを入力してください。庁外を許すときは、承認を得て設定 model.allow-outside を on にしてください。");

    /// <summary>The server does not answer as a model server does.</summary>
    public static readonly Problem Unreachable = new(
        "model-unreachable", 400, "モデルサーバから応答がないため、つなぎませんでした。サーバが動いているか、アドレスと鍵が正しいかを確認して、もう一度行ってください。");

    /// <summary>The server does not have this model.</summary>
    public static readonly Problem UnknownName = new("model-unknown-name", 400, "その名前のモデルはサーバにありません。サーバが挙げる名前から選んでください。");

    /// <summary>The key cannot be sent.</summary>
    public static readonly Problem Key = new("model-key", 400, "接続の鍵は、500文字までの半角英数字と記号で入力してください。");

    /// <summary>No model is attached.</summary>
    public static readonly Problem NotAttached = new("model-not-attached", 409, "モデルはつながれていません。yakuba model use URL でつないでください。");

    /// <summary>No such label.</summary>
    public static readonly Problem Label = new("model-label", 400, "公開、機密性1、機密性2、機密性3のどれかを入力してください。");

    /// <summary>A file of questions that cannot be read.</summary>
    public static readonly Problem Questions = new(
        "model-questions", 400, "質問の一覧を読み取れません。1行に1つ、{\"id\":\"…\",\"question\":\"…\",\"expect\":\"answered\"} の形で書いてください。");

    /// <summary>Nothing to ask.</summary>
    public static readonly Problem NoQuestions = new(
        "model-no-questions", 409, "試す質問がありません。FAQのある文書を公開するか、--questions で質問の一覧を指定してください。");

    /// <summary>A check is under way.</summary>
    public static readonly Problem CheckRuns = new("model-check-runs", 409, "モデルの試験がすでに行われています。終わるまでお待ちください。");

    /// <summary>The check broke off.</summary>
    public static readonly Problem CheckFailed = new(
        "model-check-failed", 500, "モデルの試験が途中で止まりました。理由を確かめて、もう一度行ってください。");

    /// <summary>Somebody ended the check.</summary>
    public static readonly Problem CheckCancelled = new(
        "model-check-cancelled", 409, "モデルの試験は中止されました。成績が必要なときは、もう一度行ってください。");
}
