using Yakuba.Platform;

namespace Yakuba.Office.Ask;

/// <summary>What can be wrong with a question.</summary>
public static class AskProblems
{
    /// <summary>Nothing was asked.</summary>
    public static readonly Problem Empty = new("ask-empty", 400, "質問が入力されていません。知りたいことを文章か単語で入力してください。");

    /// <summary>Too long.</summary>
    public static readonly Problem TooLong = new("ask-too-long", 400, "質問が長すぎます。2,000文字以内にまとめて、もう一度入力してください。");

    /// <summary>Not text.</summary>
    public static readonly Problem NotText = new("ask-not-text", 400, "文字として読み取れない内容が含まれています。文章を入力し直してください（ファイルは文書の取込みを使用してください）。");

    /// <summary>The record cannot be written, so no answer is given.</summary>
    public static readonly Problem RecordUnavailable = new(
        "ask-record-unavailable", 503, "回答の記録を書き込めないため、回答を行いません。時間をおいてもう一度質問するか、管理者に連絡してください。");

    /// <summary>No such answer, or not the asker's own.</summary>
    public static readonly Problem NoSuchAnswer = new("ask-no-such-answer", 404, "回答が見つかりません。回答の一覧から選び直してください。");
}
