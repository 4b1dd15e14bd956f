namespace Yakuba.Papers;

/// <summary>What one should look at in a written paper before it is sent.</summary>
internal static class PaperNotes
{
    internal static IReadOnlyList<string> Of(Paper paper)
    {
        // A line feed is a line feed, however a form sends it.
        var texts = paper.Lines.SelectMany(l => l.Runs.Select(r => r.Text).Append(l.Label)).Select(t => t.ReplaceLineEndings("\n")).ToList();
        var notes = new List<string>();
        if (texts.Exists(PrintableText.HasPrivate))
        {
            notes.Add("外字（私用領域の文字）があります。相手の端末では別の字になるか、表示されないことがあります。");
        }

        if (texts.Exists(t => PrintableText.Of(t) is var clean && clean.Contains('〓') && !t.Contains('〓')))
        {
            notes.Add("文字として正しくないデータを「〓」に置き換えました。元の文字を確かめてください。");
        }

        if (texts.Exists(t => t != PrintableText.Of(t) && !PrintableText.Of(t).Contains('〓')))
        {
            notes.Add("目に見えない制御文字を取り除きました。");
        }

        return notes;
    }
}
