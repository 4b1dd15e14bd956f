namespace Yakuba.Platform.Web.Refusals;

/// <summary>Refusals of the pages themselves.</summary>
public static class WebProblems
{
    /// <summary>No page has this address, or this person may not know of it.</summary>
    public static Problem NoSuchPage { get; } =
        new("web-no-such-page", 404, "このアドレスのページはありません。移動したか、読む権限がないことがあります。最初の画面から探し直してください。");

    /// <summary>A bug or a broken machine.</summary>
    public static Problem Unexpected { get; } =
        new("web-unexpected", 500, "処理の途中で問題が起きました。記録は失われていません。少し待ってからやり直し、続くときは管理者に問い合わせ番号を伝えてください。");

    /// <summary>The form was not made by this server for this person, or has lain too long.</summary>
    public static Problem StaleForm { get; } =
        new("web-stale-form", 400, "画面を開いてから時間がたったため、送信を受け付けられませんでした。画面を開き直して、もう一度送信してください。");

    /// <summary>More was sent than the server takes at once.</summary>
    public static Problem TooLarge { get; } =
        new("web-too-large", 413, "送られたデータが大きすぎます。ファイルを分けるか、小さくしてから送り直してください。");

    internal static Problem? Of(int status) => status switch
    {
        400 => StaleForm,
        404 or 405 => NoSuchPage with { Status = status },
        413 => TooLarge,
        _ => null,
    };
}
