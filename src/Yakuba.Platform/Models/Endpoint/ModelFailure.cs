namespace Yakuba.Platform.Models.Endpoint;

/// <summary>The ways in which a model can fail to give an answer that may be shown. Each ends in a quotation instead.</summary>
public enum ModelFailure
{
    /// <summary>No connection.</summary>
    Unreachable,

    /// <summary>The server's address is outside the municipality's network.</summary>
    Outside,

    /// <summary>The server refused with an HTTP status.</summary>
    Refused,

    /// <summary>Nothing came for too long.</summary>
    Silent,

    /// <summary>The whole took too long.</summary>
    TooSlow,

    /// <summary>The reply ended before its end.</summary>
    CutOff,

    /// <summary>The reply was larger than any answer can be.</summary>
    TooLarge,

    /// <summary>The reply is not what the protocol says.</summary>
    Garbage,

    /// <summary>Too many failures a short time ago: the server is left alone for a while.</summary>
    Resting,

    /// <summary>The evidence is too secret for this endpoint.</summary>
    TooSecret,

    /// <summary>No evidence could be put before the model.</summary>
    NoEvidence,

    /// <summary>The reply did not keep to the form asked for.</summary>
    Malformed,

    /// <summary>The model said that it cannot answer.</summary>
    CannotAnswer,

    /// <summary>No sentence of the reply is carried by the documents.</summary>
    Unsupported,

    /// <summary>It has personal data that the municipality does not let out to a model.</summary>
    PersonalData,

    /// <summary>Another number of vectors than of texts.</summary>
    WrongCount,

    /// <summary>A vector of another dimension than was attached, or than can be stored.</summary>
    WrongDimension,

    /// <summary>A vector with what is no finite number, or without direction.</summary>
    NotAVector,
}

/// <summary>The failures' names for the record and for people.</summary>
public static class ModelFailures
{
    private static readonly (ModelFailure Failure, string Key, string Words)[] Table =
    [
        (ModelFailure.Unreachable, "unreachable", "モデルサーバに接続できなかった"),
        (ModelFailure.Outside, "outside", "モデルサーバが庁外のアドレスにある"),
        (ModelFailure.Refused, "refused", "モデルサーバがエラーを返した"),
        (ModelFailure.Silent, "silent", "モデルの応答が途切れた"),
        (ModelFailure.TooSlow, "too-slow", "モデルの応答が時間内に終わらなかった"),
        (ModelFailure.CutOff, "cut-off", "モデルの応答が途中で終わった"),
        (ModelFailure.TooLarge, "too-large", "モデルの応答が大きすぎた"),
        (ModelFailure.Garbage, "garbage", "モデルサーバの応答を読み取れなかった"),
        (ModelFailure.Resting, "resting", "モデルサーバの不調が続いたため、しばらく使わない"),
        (ModelFailure.TooSecret, "too-secret", "根拠の文書の区分がモデルに渡せる上限を超えている"),
        (ModelFailure.NoEvidence, "no-evidence", "モデルに渡せる根拠の文書がなかった"),
        (ModelFailure.Malformed, "malformed", "モデルの応答が決められた形でなかった"),
        (ModelFailure.CannotAnswer, "cannot-answer", "モデルが、資料からは答えられないとした"),
        (ModelFailure.Unsupported, "unsupported", "モデルの文をどれも文書で確かめられなかった"),
        (ModelFailure.PersonalData, "personal-data", "モデルに渡さない個人情報が含まれている"),
        (ModelFailure.WrongCount, "wrong-count", "埋込みモデルが返したベクトルの数が文の数と違った"),
        (ModelFailure.WrongDimension, "wrong-dimension", "埋込みモデルのベクトルの次元数が違った"),
        (ModelFailure.NotAVector, "not-a-vector", "埋込みモデルのベクトルに使えない数値があった"),
    ];

    /// <summary>The stable key: <c>too-slow</c>.</summary>
    public static string ToKey(this ModelFailure failure) => Table[(int)failure].Key;

    /// <summary>Why, in Japanese, without a full stop: モデルサーバに接続できなかった.</summary>
    public static string ToWords(this ModelFailure failure) => Table[(int)failure].Words;

    /// <summary>True when the server or the way to it is at fault, so that more of these mean that it should rest.</summary>
    internal static bool IsServers(this ModelFailure failure) => failure is <= ModelFailure.Garbage or >= ModelFailure.WrongCount;
}
