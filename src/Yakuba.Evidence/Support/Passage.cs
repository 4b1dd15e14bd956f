using Yakuba.Text;

namespace Yakuba.Evidence;

/// <summary>One text ready for comparison: its facts, content words, predicates and folded form. Also used for the claim.</summary>
internal sealed class Passage
{
    private Passage(TextReading reading, DateOnly today)
    {
        Reading = reading;
        Facts = FactReader.Read(reading, today);
        Marks = PolarityReader.Read(reading);
        Terms = ContentTerms.Of(reading, Facts);
        Limits = LimitCheck.Read(reading);
        Folded = NameFold.Of(reading.Value);
    }

    internal TextReading Reading { get; }

    internal List<Fact> Facts { get; }

    internal List<PolarityMark> Marks { get; }

    /// <summary>Content words and facts by place.</summary>
    internal List<Term> Terms { get; }

    /// <summary>Words without a number that a comparator limits.</summary>
    internal List<Fact> Limits { get; }

    internal string Folded { get; }

    internal static Passage Of(string text, Lexicon lexicon, DateOnly today) => new(TextReading.Of(text, lexicon), today);
}
