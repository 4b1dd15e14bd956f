using Yakuba.Platform;

namespace Yakuba.Api;

/// <summary>What can be wrong with a request of a program.</summary>
internal static class ApiProblems
{
    internal static readonly Problem TooMany = new("api-too-many", 429, "1分間に受け付けるAPIの要求の数を超えました。1分ほど待ってから、もう一度行ってください。");

    internal static readonly Problem NotJson = new("api-not-json", 400, "要求の本文をJSONとして読み取れません。文字コード（UTF-8）とJSONの書き方を確認してください。");

    internal static readonly Problem TooLarge = new("api-too-large", 413, "要求の本文が大きすぎます。会話の履歴を短くして、もう一度行ってください。");

    internal static readonly Problem NoMessages = new("api-no-messages", 400, "messagesに、roleがuserの発言を1つ以上入れてください。");

    internal static readonly Problem NotSupported = new("api-not-supported", 400, "この指定には対応していません。指定を外して、もう一度行ってください。");

    internal static readonly Problem UnknownModel = new("api-unknown-model", 404, "その名前のモデルはありません。modelにはyakubaを指定してください。");

    internal static readonly Problem UnknownTool = new("api-unknown-tool", 404, "その名前のツールはありません。tools/listで確認してください。");

    internal static readonly Problem BadArgument = new("api-bad-argument", 400, "引数の型または範囲が正しくありません。tools/listの説明を確認してください。");

    internal static readonly Problem NoDocument = new("api-no-document", 404, "その文書はないか、読む権限がありません。searchの結果にあるversionを指定してください。");
}
