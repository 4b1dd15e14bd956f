using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Every way a file can be refused. Names are stable: the product stores and counts them.</summary>
public static class Refusals
{
    internal static Unreadable Empty(string file) => new("document-empty",
        $"「{file}」は中身のない（0バイトの）ファイルです。", "原本を開いて確かめ、保存し直したものを取り込んでください。");

    internal static Unreadable NoText(string file) => new("document-no-text",
        $"「{file}」から読み取れる文字がありませんでした。", "画像だけの文書であれば、文字の入った版（元のWordやPDF）を取り込んでください。");

    internal static Unreadable TooLarge(string file, long limit) => new("document-too-large",
        Format($"「{file}」が大きすぎます（上限{limit / 1_000_000:N0}MB）。"), "ファイルを分けるか、管理者に上限の設定を相談してください。");

    internal static Unreadable TooManyPages(string file, int pages, int limit) => new("document-too-many-pages",
        Format($"「{file}」は{pages:N0}ページあり、上限（{limit:N0}ページ）を超えています。"), "章ごとなどに分けて取り込んでください。");

    internal static Unreadable TooManyParts(string file) => new("document-too-many-parts",
        $"「{file}」は段落や行の数が多すぎます。", "表や章ごとに分けて取り込んでください。");

    internal static Unreadable TimedOut(string file, TimeSpan limit) => new("document-time-limit",
        Format($"「{file}」は{limit.TotalSeconds:0}秒以内に読み終わりませんでした。"), "ファイルを分けるか、別の形式（PDFやテキスト）で保存して取り込んでください。");

    internal static Unreadable OutOfMemory(string file, long limit) => new("document-memory-limit",
        Format($"「{file}」は、上限（{limit / 1_048_576:N0}MB）のメモリでは読み取れませんでした。"), "章や表ごとにファイルを分けるか、別の形式（PDFやテキスト）で保存して取り込んでください。");

    internal static Unreadable ReaderFailed(string file, string how) => new("document-reader-failed",
        $"「{file}」を読み取る途中で、読取りプログラムが止まりました（{how}）。ほかのファイルには影響ありません。", "作成元のソフトで開けるか確かめ、保存し直したものを取り込んでください。繰り返すときは、別の形式（PDFやテキスト）で保存してください。");

    internal static Unreadable ReaderUnavailable(string file, string why) => new("document-reader-unavailable",
        $"「{file}」を読み取るプログラムを起動できませんでした（{why}）。", "サーバーの管理者に連絡してください。直ったら、同じファイルをもう一度取り込んでください。");

    internal static Unreadable TooDeep(string file) => new("document-too-deep",
        $"「{file}」は要素の入れ子が深すぎ、文書として読めません。", "作成元のソフトで開き、保存し直したものを取り込んでください。");

    internal static Unreadable Damaged(string file, string what) => new("document-damaged",
        $"「{file}」は壊れています（{what}）。", "作成元のソフトで開けるか確かめ、保存し直したものを取り込んでください。");

    internal static Unreadable Encrypted(string file) => new("document-encrypted",
        $"「{file}」はパスワードで保護されています。", "保護を解除して保存し直したものを取り込んでください。");

    internal static Unreadable Bomb(string file) => new("document-expands-too-far",
        $"「{file}」は展開すると極端に大きくなるため、開くのをやめました。", "作成元のソフトで保存し直してください。心当たりがなければ情報政策の担当に連絡してください。");

    internal static Unreadable UnsafeZip(string file, string what) => new("document-unsafe-zip",
        $"「{file}」の中身の並びに不正があります（{what}）。", "作成元のソフトで保存し直してください。心当たりがなければ情報政策の担当に連絡してください。");

    internal static Unreadable Archive(string file) => new("document-archive",
        $"「{file}」は圧縮ファイルです。", "展開してから、中の文書を取り込んでください。");

    internal static Unreadable Ichitaro(string file) => new("document-ichitaro",
        $"「{file}」は一太郎の文書です。この形式は直接読めません。", "一太郎でPDFまたはWord（.docx）に保存し直して取り込んでください。");

    internal static Unreadable LegacyOffice(string file, string product, string newer) => new("document-legacy-office",
        $"「{file}」は古い形式の{product}文書です。この形式は直接読めません。", $"{product}で開き、{newer}またはPDFに保存し直して取り込んでください。");

    internal static Unreadable OtherOffice(string file, string kind, string program) => new("document-other-office",
        $"「{file}」は{kind}です。この形式は直接読めません。", $"{program}で開き、PDFまたはWord（.docx）、Excel（.xlsx）に保存し直して取り込んでください。");

    internal static Unreadable OutlookMessage(string file) => new("document-outlook-message",
        $"「{file}」はOutlookのメール（.msg）です。この形式は直接読めません。", "Outlookで開き、PDFに印刷して取り込んでください。添付ファイルは別に保存して取り込んでください。メールソフトが.emlで保存できるときは、.emlをそのまま取り込めます。");

    internal static Unreadable ImageOnly(string file) => new("document-image",
        $"「{file}」は画像です。画像だけのファイルは文書として読めません。", "文字の入った元の文書を取り込んでください。紙しかなければ、PDFにスキャンして取り込んでください。");

    internal static Unreadable NameDisagrees(string file) => new("document-name-disagrees",
        $"「{file}」は拡張子と中身の形式が違います。", "作成元のソフトで開いて確かめ、正しい形式で保存し直したものを取り込んでください。");

    internal static Unreadable Unknown(string file) => new("document-unknown-format",
        $"「{file}」は対応していない形式です。", "PDF、Word（.docx）、Excel（.xlsx）、PowerPoint（.pptx）、HTML、CSV、メール（.eml）、テキストのいずれかで保存し直して取り込んでください。");

    internal static Unreadable ReaderMissing(string file, string program) => new("document-reader-missing",
        $"「{file}」を読むためのプログラム（{program}）がこのサーバーにありません。", "サーバーの管理者に poppler-utils の導入を依頼してください。");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
