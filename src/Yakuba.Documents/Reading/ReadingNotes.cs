using System.Globalization;

namespace Yakuba.Documents;

/// <summary>Collects what a reader notices on its way; becomes the report.</summary>
internal sealed class ReadingNotes
{
    private const int SampleLength = 80;
    private const int MostHidden = 1_000;
    private const int MostRuby = 10;
    private readonly List<HiddenText> _hidden = [];
    private readonly List<SkippedPart> _skipped = [];
    private readonly List<AttachedDoubt> _doubts = [];
    private readonly List<string> _ruby = [];
    private int _readings;

    internal string? Charset { get; set; }

    internal int PagesRead { get; set; }

    internal int Tables { get; set; }

    internal List<int> PagesNotRead { get; } = [];

    internal List<int> PagesDoubtful { get; } = [];

    internal List<RecognisedPage> PagesRecognised { get; } = [];

    internal void Hidden(string way, string where, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || _hidden.Count >= MostHidden)
        {
            return;
        }

        var sample = trimmed.Length <= SampleLength ? trimmed : trimmed[..SafeCut(trimmed, SampleLength)] + "…";
        _hidden.Add(new HiddenText(way, where, sample.ReplaceLineEndings(" "), trimmed.Length));
    }

    internal void Skipped(string what, string why)
    {
        var part = new SkippedPart(what, why);
        if (!_skipped.Contains(part))
        {
            _skipped.Add(part);
        }
    }

    /// <summary>A reading written over a word. The word stays whole in its sentence; the model has no place for the reading, so the report tells it.</summary>
    /// <param name="word">Empty where only the place says over which word it stands.</param>
    /// <param name="reading">Nothing is noted when it is empty.</param>
    internal void Ruby(string word, string reading)
    {
        if (reading.Length == 0)
        {
            return;
        }

        _readings++;
        if (_ruby.Count < MostRuby && word.Length + reading.Length <= SampleLength && (word.Length > 0 ? $"{word}（{reading}）" : reading) is var pair && !_ruby.Contains(pair))
        {
            _ruby.Add(pair);
        }
    }

    /// <summary>Takes over what the report of an attached file tells.</summary>
    internal void Take(string where, ReadingReport report)
    {
        Tables += report.Tables;
        PagesRead += report.PagesRead;
        _hidden.AddRange(report.Hidden.Take(MostHidden - _hidden.Count).Select(h => h with { Where = h.Where.Length > 0 ? $"{where}の{h.Where}" : where }));
        foreach (var part in report.Skipped)
        {
            Skipped($"{where}の{part.What}", part.Why);
        }

        _doubts.AddRange(ReportLines.Doubts(report).Select(line => new AttachedDoubt(where, line)));
    }

    internal ReadingReport ToReport(string fileName, Document document)
    {
        var texts = document.Blocks.Select(b => b.Text).Concat(document.Faq.SelectMany(f => new[] { f.Question, f.Answer }));
        long characters = 0, replaced = 0, privateUse = 0;
        foreach (var text in texts)
        {
            characters += text.Length;
            foreach (var rune in text.EnumerateRunes())
            {
                replaced += rune.Value == 0xFFFD ? 1 : 0;
                privateUse += rune.Value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 ? 1 : 0;
            }
        }

        return new ReadingReport
        {
            FileName = fileName,
            Kind = document.Kind,
            Charset = Charset,
            PagesRead = PagesRead,
            PagesNotRead = PagesNotRead,
            PagesDoubtful = PagesDoubtful,
            PagesRecognised = PagesRecognised,
            Characters = characters,
            ReplacementCharacters = replaced,
            PrivateUseCharacters = privateUse,
            Tables = Tables,
            Articles = document.Blocks.OfType<ArticleBlock>().Select(b => b.Article).Distinct().Count(),
            FaqEntries = document.Faq.Count,
            Hidden = _hidden,
            AttachedDoubts = _doubts,
            Skipped = _readings == 0 ? _skipped : [.. _skipped, new SkippedPart(string.Create(CultureInfo.InvariantCulture, $"ふりがな（{_readings}か所）"), $"文に混ざるため、親文字だけを本文に入れました。{string.Join('、', _ruby)}{(_readings > _ruby.Count ? "など" : "")}")],
        };
    }

    private static int SafeCut(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
