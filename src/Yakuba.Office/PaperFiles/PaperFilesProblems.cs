using Yakuba.Platform;

namespace Yakuba.Office.PaperFiles;

/// <summary>Every way making a file of an official document can be refused.</summary>
public static class PaperFilesProblems
{
    /// <summary>The data cannot be opened.</summary>
    public static readonly Problem NoData = new("paper-no-data", 404, "文書のデータ（JSON）を開けません。ファイルの場所を確かめてください。");

    /// <summary>The data is no paper that can be written.</summary>
    public static readonly Problem Refused = new("paper-refused", 400, "このデータからは文書を作れません。示したところを直してください。");

    /// <summary>The name of the file to write ends in nothing known.</summary>
    public static readonly Problem Format = new("paper-format", 400, "作るファイルの名前は、.docx、.html、.pdf のどれかで終わるものにしてください。");

    /// <summary>The browser that prints is missing or failed.</summary>
    public static readonly Problem NotPrinted = new("paper-not-printed", 503, "PDFを作れませんでした。WordかHTMLで保存してください。");
}
