using System.Globalization;
using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>What speaks for or against each span of a passage as the answer to a question, as short texts.</summary>
internal sealed class AnswerTraits
{
    private const double window = 12;

    private readonly Question _question;
    private readonly TextReading _passage;
    private readonly double[] _weights;
    private readonly int[] _sentence;
    private readonly double[] _sentenceShare;
    private readonly double[] _wording;
    private readonly int[] _sentenceRank;

    internal AnswerTraits(Question question, TextReading passage)
    {
        (_question, _passage) = (question, passage);
        var tokens = passage.Tokens;
        _weights = tokens.Select(Weight).ToArray();
        _sentence = tokens.Select(token => passage.SentenceEnds.TakeWhile(end => end <= token.Start).Count()).ToArray();
        var all = Math.Max(1e-9, question.Words.Values.Sum());
        _sentenceShare = Enumerable.Range(0, passage.SentenceEnds.Count).Select(s =>
            Enumerable.Range(0, tokens.Count).Where(i => _sentence[i] == s && _weights[i] > 0).DistinctBy(i => tokens[i].BaseForm).Sum(i => _weights[i]) / all).ToArray();
        _wording = Enumerable.Range(0, passage.SentenceEnds.Count).Select(Wording).ToArray();
        _sentenceRank = _sentenceShare.Zip(_wording, (share, wording) => share + wording).ToArray() is var both ? both.Select(share => both.Count(other => other > share)).ToArray() : [];
    }

    /// <summary>Traits of one span. Each says one thing, alone or with the kind of the question.</summary>
    internal List<string> Of(AnswerSpan span)
    {
        var tokens = _passage.Tokens;
        var (kind, s) = (_question.Kind, _sentence[span.First]);
        var (first, last) = (tokens[span.First], tokens[span.End - 1]);
        var before = span.First > 0 ? tokens[span.First - 1].Surface : "^";
        var after = span.End < tokens.Count ? tokens[span.End].Surface : "$";
        var after2 = span.End + 1 < tokens.Count ? tokens[span.End + 1].BaseForm : "$";
        var (inside, share) = Inside(span);
        var (left, right) = (Nearest(span.First - 1, -1, s), Nearest(span.End, 1, s));
        var near = Near(span, s);
        var text = _passage.Value[first.Start..(last.Start + last.Length)];
        var traits = new List<string>
        {
            $"share {Tenth(_sentenceShare[s])}", $"wording {Tenth(_wording[s])}", $"best {Tenth(_wording[s] - _wording.Max())}", $"asked {_question.Reading.Value.Contains(text, StringComparison.Ordinal)} {span.End - span.First == 1}", $"rank {Math.Min(4, _sentenceRank[s])}", $"rank {Math.Min(4, _sentenceRank[s])} {Tenth(_sentenceShare[s] - _sentenceShare.Max())}",
            $"near {Math.Min(12, (int)(near * 1.5))}", $"near {kind} {Math.Min(6, (int)near)}", $"left {left}", $"right {right}", $"both {Math.Min(4, left)} {Math.Min(4, right)}",
            $"inside {Math.Min(4, inside)} {Tenth(share)}", $"inside {kind} {Math.Min(2, inside)} {Tenth(share)}",
            $"kind {kind} {span.Kind}", $"words {kind} {Math.Min(9, span.End - span.First)}", $"length {Math.Min(20, text.Length)}", $"length {span.Kind} {Math.Min(12, text.Length)}",
            $"before {before}", $"before {kind} {before}", $"after {after}", $"after {kind} {after}", $"after {after} {after2}", $"around {before} {after}",
            $"first {first.PartOfSpeech}", $"last {last.PartOfSpeech}", $"last {kind} {last.PartOfSpeech}", $"last {kind} {last.Surface}", $"first {kind} {first.Surface}",
            $"place {Math.Min(6, s)}", $"topic {kind} {s == 0 && span.First == 0}", $"all {kind} {span.Kind} {after}",
            $"cut {IsNoun(span.First - 1)} {IsNoun(span.End)}", $"cut {span.Kind} {IsNoun(span.First - 1)} {IsNoun(span.End)} {kind}",
            $"focus {_question.Focus} {span.Kind}", $"focus {_question.Focus} {last.Surface}", $"bracket {InBracket(span)}",
        };
        if (_question.Focus.Length > 0)
        {
            var focus = _question.Focus;
            traits.Add($"ends with focus {text.EndsWith(focus, StringComparison.Ordinal)} {kind}");
            traits.Add($"focus character {text[^1] == focus[^1]} {text == focus}");
            traits.Add($"focus behind {Behind(span, focus)}");
        }

        if (_question.Particle.Length > 0)
        {
            traits.Add($"particle {_question.Particle} {after}");
            traits.Add($"same particle {_question.Particle == after} {kind}");
        }

        traits.Add($"predicate {Predicate(span, s)} {_question.Particle == after}");
        return traits;
    }

    // A word of the question; or one that stands in it as a part of another.
    private double Weight(Token token) =>
        _question.Words.TryGetValue(token.BaseForm, out var weight) ? weight
        : token.Length >= 2 && Words.IsContent(token) && _question.Reading.Value.Contains(token.Surface, StringComparison.Ordinal) ? 1 : 0;

    // Share of the question's pairs of characters that a sentence has.
    private double Wording(int sentence)
    {
        var (start, end) = (sentence == 0 ? 0 : _passage.SentenceEnds[sentence - 1], _passage.SentenceEnds[sentence]);
        var text = _passage.Value.AsSpan(start, end - start);
        var asked = _question.Reading.Value;
        var found = 0;
        for (var i = 0; i + 1 < asked.Length; i++)
        {
            found += text.IndexOf(asked.AsSpan(i, 2), StringComparison.Ordinal) >= 0 ? 1 : 0;
        }

        return (double)found / Math.Max(1, asked.Length - 1);
    }

    private static string Tenth(double share) => Math.Clamp(Math.Round(share, 1), -1, 1).ToString("0.0", CultureInfo.InvariantCulture);

    // How many of its words the question has, and what share of it they are: an answer is what the question lacks.
    private (int Words, double Share) Inside(AnswerSpan span)
    {
        var (found, all) = (0, 0);
        for (var i = span.First; i < span.End; i++)
        {
            all += _passage.Tokens[i].Length;
            found += _weights[i] > 0 ? 1 : 0;
        }

        var shared = Enumerable.Range(span.First, span.End - span.First).Where(i => _weights[i] > 0).Sum(i => _passage.Tokens[i].Length);
        return (found, (double)shared / all);
    }

    // Words to the nearest word of the question on one side, in steps; 9 for none.
    private int Nearest(int from, int step, int sentence)
    {
        for (int i = from, distance = 0; i >= 0 && i < _weights.Length && _sentence[i] == sentence; i += step, distance++)
        {
            if (_weights[i] > 0)
            {
                return distance < 4 ? distance : distance < 8 ? 5 : distance < 16 ? 6 : 7;
            }
        }

        return 9;
    }

    private double Near(AnswerSpan span, int sentence)
    {
        var near = 0.0;
        for (var i = Math.Max(0, span.First - 30); i < Math.Min(_weights.Length, span.End + 30); i++)
        {
            if (_weights[i] > 0 && _sentence[i] == sentence && (i < span.First || i >= span.End))
            {
                var distance = i < span.First ? span.First - i : i - span.End + 1;
                near += _weights[i] * Math.Exp(-distance / window);
            }
        }

        return near;
    }

    private bool IsNoun(int at) => at >= 0 && at < _passage.Tokens.Count && Words.IsNoun(_passage.Tokens[at]);

    private bool InBracket(AnswerSpan span)
    {
        var start = _passage.Tokens[span.First].Start;
        var open = _passage.Value.LastIndexOf('(', start);
        return open >= 0 && _passage.Value.IndexOf(')', open) > start;
    }

    // Within three words behind: コミンフォルムという組織 for 組織は何か.
    private bool Behind(AnswerSpan span, string focus) =>
        Enumerable.Range(span.End, Math.Max(0, Math.Min(4, _passage.Tokens.Count - span.End))).Any(i => _passage.Tokens[i].Surface == focus);

    // The next predicate behind the span is that of the question.
    private string Predicate(AnswerSpan span, int sentence)
    {
        for (var i = span.End; i < _weights.Length && _sentence[i] == sentence && i < span.End + 15; i++)
        {
            if (_passage.Tokens[i].PartOfSpeech.StartsWith("動詞,自立", StringComparison.Ordinal) || _passage.Tokens[i].PartOfSpeech.StartsWith("名詞,サ変", StringComparison.Ordinal))
            {
                return _passage.Tokens[i].BaseForm == _question.Predicate ? "same" : _weights[i] > 0 ? "asked" : "other";
            }
        }

        return "none";
    }
}
