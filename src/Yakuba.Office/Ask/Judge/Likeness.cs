namespace Yakuba.Office.Ask.Judge;

/// <summary>How a unit of evidence meets a question, as numbers from 0 to 1.</summary>
public sealed record Likeness
{
    /// <summary>Weight of the question's words that the passage holds with its title and headings; in a question written in kana, of its sounds.</summary>
    public double Covered { get; init; }

    /// <summary>Weight that the unit itself holds, with a FAQ entry's question or the nearest heading.</summary>
    public double CoveredHere { get; init; }

    /// <summary>Weight that the FAQ entry's question, or the headings and the title, hold.</summary>
    public double Named { get; init; }

    /// <summary>Shared weight over the weight of both questions; 0 where there is no FAQ question.</summary>
    public double Same { get; init; }

    /// <summary>Weight of the most telling word that the passage lacks and another document has, over six nats.</summary>
    public double MissingKnown { get; init; }

    /// <summary>Weight of the most telling word that no document has, over six nats.</summary>
    public double MissingUnknown { get; init; }

    /// <summary>Weight of the question's pairs of kanji and katakana that the passage holds.</summary>
    public double Written { get; init; }

    /// <summary>The same for the unit.</summary>
    public double WrittenHere { get; init; }

    /// <summary>Weight of the question's threes of sounds that the passage holds.</summary>
    public double Heard { get; init; }

    /// <summary>The same for the unit.</summary>
    public double HeardHere { get; init; }

    /// <summary>Likeness of sounds between the question and the FAQ entry's question; 0 without one.</summary>
    public double HeardInQuestion { get; init; }

    /// <summary>1 when the unit tells what is asked for, or anything may answer.</summary>
    public double Tells { get; init; }

    /// <summary>1 when a number, an amount or a telephone is asked for and the unit has none.</summary>
    public double TellsNot { get; init; }

    /// <summary>Score of search over the best score of this search.</summary>
    public double Rank { get; init; }

    /// <summary>1 for an FAQ entry.</summary>
    public double IsFaq { get; init; }

    /// <summary>Words of the question, up to eight, over eight.</summary>
    public double IsLong { get; init; }

    /// <summary>How much more of the question another passage found holds than this one.</summary>
    public double Behind { get; init; }

    /// <summary>The numbers in order, as the rule weighs them and as <c>eval town --features</c> writes them.</summary>
    public IReadOnlyList<double> Values =>
    [
        Covered, CoveredHere, Named, Same, MissingKnown, MissingUnknown, Written, WrittenHere, Heard,
        HeardHere, HeardInQuestion, Tells, TellsNot, Rank, IsFaq, IsLong, Behind,
    ];
}
