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

    /// <summary>The question has personal data, and the asker has not yet said that it is to be asked as it is.</summary>
    public static readonly Problem PersonalData = new(
        "ask-personal-data", 409, "個人のことが書かれているようです。まだ受け付けも保存もしていません。答えに要らないものは消し、要るときは「このまま質問する」を押してください。");

    /// <summary>The record cannot be written, so no answer is given.</summary>
    public static readonly Problem RecordUnavailable = new(
        "ask-record-unavailable", 503, "回答の記録を書き込めないため、回答を行いません。時間をおいてもう一度質問するか、管理者に連絡してください。");

    /// <summary>Too many questions from one address.</summary>
    public static readonly Problem TooMany = new("ask-too-many", 429, "短い時間に多くの質問を受け付けたため、しばらく回答できません。1分ほど待ってから、もう一度質問してください。");

    /// <summary>Feedback that is none of the three verdicts, or too long a word.</summary>
    public static readonly Problem Verdict = new("ask-verdict", 400, "「役に立った」「違う」「古い」のどれかを選んでください。ひとことは400文字以内で入力してください。");

    /// <summary>Not a day.</summary>
    public static readonly Problem NotADay = new("ask-not-a-day", 400, "基準日は 2026-04-01 の形で指定してください。");

    /// <summary>No such answer, or not the asker's own.</summary>
    public static readonly Problem NoSuchAnswer = new("ask-no-such-answer", 404, "回答が見つかりません。回答の一覧から選び直してください。");
}
