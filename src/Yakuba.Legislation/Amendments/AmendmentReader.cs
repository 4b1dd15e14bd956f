using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Yakuba.Legislation;

/// <summary>One amending sentence as read.</summary>
/// <param name="Line">Line of the amendment, from 1.</param>
/// <param name="Steps">What it does; the lines that follow it are with the step that asks for them.</param>
internal sealed record AmendmentSentence(int Line, ImmutableArray<AmendmentStep> Steps);

/// <summary>An amendment as read.</summary>
/// <param name="Sentences">In order.</param>
/// <param name="Whole">Of a 全部改正, the lines of the new text; otherwise null.</param>
/// <param name="Problem">Why it cannot be read; then nothing else counts.</param>
internal sealed record AmendmentReading(ImmutableArray<AmendmentSentence> Sentences, ImmutableArray<string>? Whole, LegislationProblem? Problem);

/// <summary>Reads the lines of an amending ordinance: what is a sentence, what is text that a sentence puts in, where its own 附則 begins.</summary>
internal sealed partial class AmendmentReader
{
    private readonly List<AmendmentSentence> _sentences = [];
    private readonly List<string> _block = [];
    private Place _last = Place.Nowhere;
    private bool _indented;

    internal static AmendmentReading Read(IEnumerable<string> lines, string name, string number)
    {
        var all = Joined([.. lines]).Select(l => l.StartsWith('\t') ? l.TrimEnd('\r') : l.TrimEnd()).ToArray();
        var reader = new AmendmentReader();
        int[] parts = [.. Enumerable.Range(0, all.Length).Where(i => Enacting().IsMatch(all[i]))];
        var start = parts.Length == 0 ? -1 : parts[0];
        if (start >= 0)
        {
            // An ordinance that amends several has a part for each, 第2条　○○条例の一部を次のように改正する。
            start = parts.FirstOrDefault(p => IsOf(Title(all[p]), name), -1);
            if (start < 0)
            {
                return new([], null, AmendmentProblems.OfAnother(parts[0] + 1, Title(all[parts[0]]), name));
            }

            var match = Enacting().Match(all[start]);
            LeaveOutOthers(all, [.. parts.Where(p => p > start && Part().IsMatch(all[p]) && Part().IsMatch(all[start]))], name);

            var said = Number().Match(match.Groups["title"].Value).Value;
            if (said.Length > 0 && number.Length > 0 && Plain(said) != Plain(number))
            {
                return new([], null, AmendmentProblems.OfAnother(start + 1, match.Groups["title"].Value, name + number));
            }

            if (match.Groups["part"].Value == "全部")
            {
                // 「…の全部を改正する。」 is itself a line of the new text, 「…の全部を次のように改正する。」 stands above it.
                return new([], match.Groups["next"].Success ? [.. all[(start + 1)..]] : [.. all], null);
            }
        }

        return reader.Sentences(all, start);
    }

    /// <summary>Blanks the parts for other ordinances, and between two parts for this one the line that opens the second.</summary>
    private static void LeaveOutOthers(string[] lines, int[] parts, string name)
    {
        for (var k = 0; k < parts.Length; k++)
        {
            var isOther = !IsOf(Title(lines[parts[k]]), name);
            var caption = LineShape.IsBracket(Blanks.Trim(lines[parts[k] - 1])) ? 1 : 0;
            Array.Fill(lines, "", parts[k] - caption, caption + (isOther ? (k + 1 < parts.Length ? parts[k + 1] : EndOf(lines, parts[k])) - parts[k] : 1));
        }
    }

    /// <summary>The last part ends where the 附則 of the amending ordinance begins.</summary>
    private static int EndOf(string[] lines, int from)
    {
        var end = Array.FindIndex(lines, from, l => LineShape.Of(Blanks.Trim(l)).Kind == LineKind.Supplement);
        return end < 0 ? lines.Length : end;
    }

    private static string Title(string line) => Number().Replace(Enacting().Match(line).Groups["title"].Value, "");

    private static bool IsOf(string title, string name) => name.Length == 0 || Blanks.Without(title) == Blanks.Without(name) || title == "次の例規";

    private static string Plain(string number) => PlaceFinder.Plain(number);

    private AmendmentReading Sentences(string[] lines, int start)
    {
        _indented = start >= 0 && lines[start].StartsWith('　') && lines.Skip(start + 1).FirstOrDefault(l => l.Length > 0)?.StartsWith('　') == true;
        for (var i = start + 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            var text = Blanks.Trim(lines[i]);
            var isSentence = text.EndsWith('。') && (!_indented || !IsBlockOpen || lines[i].StartsWith('　'));
            var (steps, last, read) = isSentence ? SentenceReader.Read(text, _last) : ([], _last, 0);
            if (!steps.IsEmpty)
            {
                Close();
                _last = last;
                _sentences.Add(new(i + 1, steps));
            }
            else if (LineShape.Of(text).Kind == LineKind.Supplement && !TakesSupplement)
            {
                break; // the 附則 of the amending ordinance itself
            }
            else if (IsBlockOpen)
            {
                _block.Add(!lines[i].Contains('\t', StringComparison.Ordinal) ? text : lines[i].StartsWith('\t') ? lines[i] : '\t' + lines[i].TrimStart(' ', '　'));
            }
            else if (_sentences.Count > 0 || start >= 0 || isSentence)
            {
                return new([], null, isSentence ? AmendmentProblems.NotUnderstood(i + 1, text[Math.Min(read, text.Length - 1)..]) : AmendmentProblems.LinesLeft(i + 1));
            }
        }

        Close();
        return _sentences.Count == 0 ? new([], null, AmendmentProblems.Empty()) : Checked();
    }

    /// <summary>Whether the sentence before asks for lines.</summary>
    private bool IsBlockOpen => _sentences.Count > 0 && _sentences[^1].Steps.Any(s => s.NeedsLines);

    /// <summary>Whether the lines that the sentence before asks for may be a 附則.</summary>
    private bool TakesSupplement => TakesContents || (_block.Count == 0 && _sentences.Count > 0
        && _sentences[^1].Steps.Any(s => s is AddStep { Kind: ProvisionKind.Supplement } or RewriteStep { Place.Last.Kind: ProvisionKind.Supplement }));

    /// <summary>A 目次 names the 附則 in its last line.</summary>
    private bool TakesContents => _sentences.Count > 0 && _sentences[^1].Steps.Any(s => s is RewriteStep { Place.Root: PlaceRoot.Contents })
        && !_block.Any(line => LineShape.Of(line).Kind == LineKind.Supplement);

    private void Close()
    {
        if (IsBlockOpen && _block.Count > 0)
        {
            var sentence = _sentences[^1];
            var at = sentence.Steps.ToList().FindLastIndex(s => s.NeedsLines);
            _sentences[^1] = sentence with { Steps = sentence.Steps.SetItem(at, sentence.Steps[at] with { Lines = [.. _block] }) };
        }

        _block.Clear();
    }

    private AmendmentReading Checked() =>
        _sentences.FirstOrDefault(s => s.Steps.Any(step => step.NeedsLines && step.Lines.IsEmpty)) is { } half
            ? new([], null, AmendmentProblems.Half(half.Line))
            : new([.. _sentences], null, null);

    [GeneratedRegex(@"^[\s　]*(?:第[〇一二三四五六七八九十0-9０-９]{1,4}条[\s　]+)?(?<title>[^「」]{1,120}?)の(?<part>一部|全部)を(?<next>次のように)?改正する。$")]
    private static partial Regex Enacting();

    /// <summary>第2条　ends the part before it.</summary>
    [GeneratedRegex(@"^[\s　]*第[〇一二三四五六七八九十0-9０-９]{1,4}条[\s　]")]
    private static partial Regex Part();

    /// <summary>（平成12年条例第3号）.</summary>
    [GeneratedRegex(@"（[^（）]*(?:（[^（）]*）[^（）]*)*第[^（）]{1,12}号）")]
    private static partial Regex Number();
}
