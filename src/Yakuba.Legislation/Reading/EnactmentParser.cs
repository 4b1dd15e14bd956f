using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Reads the lines of an act, ordinance, rule or 要綱 into a tree. No text makes it throw, and none is left out.</summary>
/// <remarks>
/// Lines are those of <see cref="EnactmentText"/>: indents, blank lines and the blanks behind a number do not matter; a row of a table begins with a tab.
/// What belongs where follows from how the numbers in front of the lines are written and in which order they come. Time grows with the length of the text alone.
/// </remarks>
public static class EnactmentParser
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">Lines divided by any line end.</param>
    public static EnactmentReading Parse(string text) => Parse(text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>Reads lines.</summary>
    /// <param name="lines">In order; blank ones may lie between.</param>
    public static EnactmentReading Parse(IEnumerable<string> lines)
    {
        var source = new SourceLines(lines);
        var front = FrontMatter.Of(source);
        var problems = new List<LegislationProblem>();
        var provisions = new TreeBuilder(source, front.Captions, problems).Build(front.BodyStart);
        if (!provisions.Any(p => p.WithAllBelow().Any(b => b.Label.Length > 0)))
        {
            problems.Add(ReadingProblems.NoProvisions(1));
        }

        var enactment = new Enactment(front.Title, front.Front, front.Contents, front.Preamble, provisions, front.Captions);
        return new(enactment, [.. problems.OrderBy(p => p.Line)]);
    }
}
