namespace Yakuba.Documents;

/// <summary>How printing ended.</summary>
public abstract record PrintOutcome;

/// <summary>It was printed.</summary>
/// <param name="Pdf">The file, tagged, its fonts inside.</param>
public sealed record PrintedPages(byte[] Pdf) : PrintOutcome;

/// <summary>It was not printed.</summary>
/// <param name="Name">Stable name, such as <c>print-unavailable</c>.</param>
/// <param name="Message">What is wrong, in Japanese.</param>
/// <param name="NextStep">What to do, in Japanese.</param>
public sealed record NotPrinted(string Name, string Message, string NextStep) : PrintOutcome
{
    internal static NotPrinted NoBrowser { get; } = new("print-unavailable",
        "PDFを作るためのChromiumが、このサーバーに入っていません。", "Word（DOCX）かHTMLで保存するか、サーバーの管理者にchromiumパッケージの導入を依頼してください。");

    internal static NotPrinted NoWall { get; } = new("print-not-isolated",
        "このサーバーでは、PDFを作るプログラムを外部との通信から切り離せないため、起動しませんでした。", "Word（DOCX）かHTMLで保存し、サーバーの管理者に連絡してください。");

    internal static NotPrinted TimedOut(TimeSpan limit) => new("print-time-limit",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PDFが{limit.TotalSeconds:0}秒以内にできませんでした。"), "しばらくしてからもう一度試すか、Word（DOCX）で保存してください。");

    internal static NotPrinted Failed(int code) => new("print-failed",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PDFを作るプログラムが途中で止まりました（終了コード{code}）。"), "もう一度試してください。繰り返すときは、Word（DOCX）で保存し、サーバーの管理者に連絡してください。");
}
