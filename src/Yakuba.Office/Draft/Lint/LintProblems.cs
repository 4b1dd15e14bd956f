using Yakuba.Platform;

namespace Yakuba.Office.Draft.Lint;

/// <summary>Why a text cannot be checked.</summary>
public static class LintProblems
{
    /// <summary>The file cannot be opened, or is of no format that is read.</summary>
    public static readonly Problem CannotRead = new("draft-lint-cannot-read", 400, "文章のファイルを読み取れません。パスと読取りの権限、ファイルの形式を確かめてください。");

    /// <summary>The result cannot be written.</summary>
    public static readonly Problem CannotWrite = new("draft-lint-cannot-write", 400, "校正の結果を書けません。--sarif のファイルのフォルダがあるか、書込みの権限があるかを確かめてください。");

    /// <summary>There is no such rule to switch off.</summary>
    public static readonly Problem UnknownRule = new("draft-lint-unknown-rule", 400, "その名前の規則はありません。指摘の末尾の括弧にある名前を --off に指定してください。");
}
