using System.Globalization;
using Yakuba.Documents;
using Yakuba.Office.Library.Importing;
using Yakuba.Platform.Web.Language;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>What someone must do about one file, and why.</summary>
/// <param name="Words">What was found and what to do.</param>
/// <param name="Places">The places it is about, each to be opened.</param>
internal sealed record FileToDo(string Words, IReadOnlyList<ReportPlace> Places)
{
    /// <summary>All of one file. A page that could not be read is always among them.</summary>
    internal static IReadOnlyList<FileToDo> Of(ImportedFileLine file, Words words) =>
        file.Outcome == FileOutcome.Unreadable ? [.. file.Notes.Select(n => new FileToDo(n, []))]
        : file.Outcome == FileOutcome.Held ? [new FileToDo(file.Notes.FirstOrDefault(""), [new ReportPlace(words["保留中の文書", "Held documents"], "/library/held")])]
        : file.Findings is { } found ? [.. Of(file.Version, found, words)]
        : [];

    private static IEnumerable<FileToDo> Of(long version, FileFindings found, Words words)
    {
        if (found.PagesNotRead.Count > 0)
        {
            yield return new(
                words["文字を読み取れなかったページがあります。原本を確かめ、文字の入った版があれば差し替えてください。", "Pages gave no text. Check the original; replace it by a version with text if there is one."],
                Pages(version, found.PagesNotRead));
        }

        if (found.PagesRecognised.Count > 0)
        {
            yield return new(
                words["画像から読み取った文字（認識文字）です。氏名や数字を原本と見比べてください。かっこ内は確信度です。", "Text recognised from pictures. Compare names and numbers with the original. Confidence in brackets."],
                [.. found.PagesRecognised.Select(p => Place(version, p.Page, string.Create(CultureInfo.InvariantCulture, $"（{p.Confidence}%）")))]);
        }

        if (found.PagesDoubtful.Count > 0)
        {
            yield return new(
                words["文字が正しく取り出せていない疑いのあるページです。原本と見比べてください。", "Text may not have come out right. Compare with the original."],
                Pages(version, found.PagesDoubtful));
        }

        foreach (var doubt in found.AttachedDoubts)
        {
            yield return new(doubt.What, [new ReportPlace(doubt.Where, null)]);
        }

        if (found.ReplacementCharacters > 0)
        {
            yield return new(words[$"読み取れない文字が{found.ReplacementCharacters:N0}字あります（「�」で残しました）。文字コードを確かめ、登録し直してください。", $"{found.ReplacementCharacters:N0} characters could not be read. Check the character set."], []);
        }

        if (found.PrivateUseCharacters > 0)
        {
            yield return new(words[$"外字が{found.PrivateUseCharacters:N0}字あります。氏名・地名などは原本で確かめてください。", $"{found.PrivateUseCharacters:N0} private-use characters. Check names against the original."], []);
        }

        foreach (var hidden in found.Hidden)
        {
            yield return new(
                words[$"紙では見えない文字（{hidden.Way}、{hidden.Characters:N0}字）を除きました:「{hidden.Sample}」。必要な文字であれば、見えるように直して登録し直してください。", $"Hidden text left out ({hidden.Characters:N0} characters): “{hidden.Sample}”."],
                hidden.Where.Length > 0 ? [new ReportPlace(hidden.Where, null)] : []);
        }

        foreach (var part in found.Skipped)
        {
            yield return new(words[$"読み取らなかった部分: {part.What}。{part.Why}", $"Not read: {part.What}. {part.Why}"], []);
        }
    }

    private static IReadOnlyList<ReportPlace> Pages(long version, IReadOnlyList<int> pages) => [.. pages.Select(p => Place(version, p, ""))];

    private static ReportPlace Place(long version, int page, string note)
    {
        var at = new PageLocator(page, null);
        return new ReportPlace(at.ToLabel() + note, DocumentLinks.At((uint)version, at.ToKey()));
    }
}

/// <summary>A place in a document.</summary>
/// <param name="Label">As people say it.</param>
/// <param name="Href">Opens it; null for nowhere.</param>
internal sealed record ReportPlace(string Label, string? Href);
