using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>A question with a passage and the spans of it that may answer.</summary>
public sealed class ReadQuestion
{
    private readonly TextReading _passage;

    private ReadQuestion(TextReading passage, List<AnswerSpan> spans, int[][] traits)
    {
        _passage = passage;
        Spans = spans;
        Traits = traits;
    }

    /// <summary>How many spans there are.</summary>
    public int Count => Spans.Count;

    internal List<AnswerSpan> Spans { get; }

    /// <summary>For each span its traits as places in the table of weights.</summary>
    internal int[][] Traits { get; }

    /// <summary>Reads a question and a passage.</summary>
    public static ReadQuestion Of(string question, string passage, Lexicon lexicon)
    {
        var read = TextReading.Of(passage, lexicon);
        var spans = AnswerSpans.Of(read);
        var traits = new AnswerTraits(Question.Of(question, lexicon), read);
        return new ReadQuestion(read, spans, spans.Select(span => traits.Of(span).Select(SpanWeights.Place).ToArray()).ToArray());
    }

    /// <summary>The text of a span as it stands in the passage given.</summary>
    public string Text(int span)
    {
        var (first, last) = (_passage.Tokens[Spans[span].First], _passage.Tokens[Spans[span].End - 1]);
        var (start, length) = _passage.Normal.OriginalSpan(first.Start, last.Start + last.Length - first.Start);
        return _passage.Normal.Original.Substring(start, length);
    }
}
