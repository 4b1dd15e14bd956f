namespace Yakuba.Platform.Privacy;

/// <summary>What can be wrong where personal data is looked for.</summary>
public static class PrivacyProblems
{
    /// <summary>The file cannot be opened, or is no text.</summary>
    public static readonly Problem CannotRead = new(
        "privacy-cannot-read", 400, "ファイルを読み取れません。パスと読取りの権限を確かめ、UTF-8の文字だけのファイルを指定してください。");

    /// <summary>A line of a JSONL file is none.</summary>
    public static readonly Problem Line = new(
        "privacy-line", 400, "JSONLの行を読み取れません。1行に1件、{\"id\":\"…\",\"text\":\"…\"} の形で書いてください。");

    /// <summary>The result cannot be written.</summary>
    public static readonly Problem CannotWrite = new(
        "privacy-cannot-write", 400, "結果のファイルに書けません。フォルダがあるか、書込みの権限があるかを確かめてください。");

    /// <summary>Options that do not go together.</summary>
    public static readonly Problem Options = new(
        "privacy-options", 400, "--out はJSONLのファイルに、--mask はそれ以外の文字のファイルに使います。どちらか一方を指定してください。");

    /// <summary>Personal data may not pass as it is without a reason.</summary>
    public static readonly Problem NoReason = new(
        "privacy-no-reason", 400, "個人情報をそのまま渡す（取り込む）には、理由が要ります。理由を先に書くか、同時に保存してください。");
}
