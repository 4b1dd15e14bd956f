using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Reads the files that came with a mail as if each had been put in by itself, under the same limits.</summary>
internal sealed class MailAttachments(ReadSource source)
{
    private const int Most = 100;
    private int _number;

    internal void Read(MailPart part, MailBlocks into)
    {
        var name = part.FileName.Length > 0 ? DisplayName.Of(part.FileName) : "";
        if (Leaves(part, name) is { } why)
        {
            source.Notes.Skipped(name.Length > 0 ? $"添付「{name}」" : "メールに埋め込まれたもの", why);
            return;
        }

        if (++_number > Most)
        {
            source.Notes.Skipped(string.Create(CultureInfo.InvariantCulture, $"{Most}番目より後の添付ファイル"), "数が多すぎます。ファイルを別に取り込んでください");
            return;
        }

        var content = part.Content();
        if (content is null)
        {
            source.Notes.Skipped($"添付「{name}」", part.NotDecoded);
            return;
        }

        name = name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"添付{_number}{(part.Kind == "text/html" ? ".html" : ".txt")}");
        switch (DocumentReader.Read(name, content, source.Limits, source.Cancel))
        {
            case ReadDocument read:
                into.Attached(_number, name, read.Document);
                source.Notes.Take($"添付「{name}」", read.Report);
                break;
            case Unreadable refused:
                source.Notes.Skipped($"添付「{name}」", refused.Message + refused.NextStep);
                break;
            default:
                break;
        }
    }

    /// <summary>Why a part is not read, in Japanese; null when it may be.</summary>
    private static string? Leaves(MailPart part, string name) =>
        part.Kind.StartsWith("image/", StringComparison.Ordinal) ? "画像の中の文字は読み取りません"
        : part.Kind.EndsWith("-signature", StringComparison.Ordinal) ? "電子署名です。本文ではありません"
        : part.IsSignedWhole ? "電子署名と一体の形式です。メールソフトで開き、本文と添付ファイルを保存して取り込んでください"
        : part.IsEncrypted ? "暗号化されています。復号したものを取り込んでください"
        : part.Kind == "application/ms-tnef" || name.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase) ? "Outlook独自の形式です。Outlookで開き、中のファイルを取り込んでください"
        : part.Kind is "message/delivery-status" or "message/disposition-notification" or "text/rfc822-headers" or "text/calendar" ? "メールのやりとりのための情報です。本文ではありません"
        : name.Length == 0 && part.Kind is not ("text/plain" or "text/html" or "text/csv") ? $"名前がなく、形式（{DisplayName.Of(part.Kind.Replace('/', '-'))}）も読めません"
        : null;
}
