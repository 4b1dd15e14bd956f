namespace Yakuba.Office.Ask.Judge;

/// <summary>How a unit of evidence meets a question, as numbers from 0 to 1 (<see cref="Margin"/> from -1).</summary>
public sealed record Likeness
{
    /// <summary>Weight of the question's words that the unit holds, with a FAQ entry's question or the nearest heading; in a question written in kana, of its sounds.</summary>
    public double CoveredHere { get; init; }

    /// <summary>The same for the whole passage with its title and headings.</summary>
    public double Covered { get; init; }

    /// <summary>Weight of the question's pairs of kanji and katakana that the unit holds.</summary>
    public double WrittenHere { get; init; }

    /// <summary>Weight of the question's threes of sounds that the unit holds.</summary>
    public double HeardHere { get; init; }

    /// <summary>Weight of the most telling word that the passage lacks and another document has, over six nats.</summary>
    public double MissingKnown { get; init; }

    /// <summary>Weight of the most telling word that no document has, over six nats.</summary>
    public double MissingUnknown { get; init; }

    /// <summary>1 when the unit tells what is asked for, or anything may answer.</summary>
    public double Tells { get; init; }

    /// <summary>1 when a number, an amount or a telephone is asked for and the unit has none.</summary>
    public double TellsNot { get; init; }

    /// <summary>Score of search over the best score of this search.</summary>
    public double Rank { get; init; }

    /// <summary>How much more of the question another passage found holds than this one.</summary>
    public double Behind { get; init; }

    /// <summary>How far <see cref="CoveredHere"/> is above 0.8, over 0.2.</summary>
    public double NearlyAll => Math.Max(0, (CoveredHere - 0.8) * 5);

    /// <summary>Weight that the FAQ entry's question, or the headings and the title, hold.</summary>
    public double Named { get; init; }

    /// <summary>Shared weight over the weight of both questions; 0 where there is no FAQ question.</summary>
    public double Same { get; init; }

    /// <summary>As <see cref="CoveredHere"/>, where a word that residents mean counts for the word they say, as far as its chance goes.</summary>
    public double MeantHere { get; init; }

    /// <summary>The same for the FAQ entry's question, or the headings and the title.</summary>
    public double MeantNamed { get; init; }

    /// <summary>Weight of the question's most telling word that the passage neither holds nor means, over six nats.</summary>
    public double MissingMeant { get; init; }

    /// <summary>Share of the FAQ question's weight that is said or meant by the asker; 0 where there is none.</summary>
    public double Explained { get; init; }

    /// <summary>Weight of the FAQ question's most telling word that is neither said nor meant, over six nats.</summary>
    public double Unexplained { get; init; }

    /// <summary>Score of search over the weight of the question.</summary>
    public double Strength { get; init; }

    /// <summary>How far this passage leads the next one in search, over its score; 0 for all but the first.</summary>
    public double Lead { get; init; }

    /// <summary>How much better this passage's name and the question explain each other than those of any other passage found; below 0 when another does better.</summary>
    public double Margin { get; init; }

    /// <summary>True for a FAQ entry: it answers as it was approved, whole.</summary>
    public bool IsFaq { get; init; }

    /// <summary>True for a FAQ entry that was written for another side of the matter, or whose question has next to nothing of this one: it never answers.</summary>
    public bool IsRuledOut { get; init; }

    /// <summary>The numbers in order, as the rule weighs them and as <c>eval town --features</c> writes them.</summary>
    public IReadOnlyList<double> Values =>
    [
        CoveredHere, Covered, WrittenHere, HeardHere, MissingKnown, MissingUnknown, Tells,
        TellsNot, Rank, Behind, NearlyAll, Named, Same,
        MeantHere, MeantNamed, MissingMeant, Explained, Unexplained, Strength, Lead, Margin,
    ];

    /// <summary>What each of <see cref="Values"/> means for the chance: 1 when more of it may only raise it, -1 when it may only lower it.</summary>
    internal static IReadOnlyList<int> Signs { get; } =
    [
        1, 1, 1, 1, -1, -1, 1,
        -1, 1, -1, 1, 1, 1,
        1, 1, -1, 1, -1, 1, 1, 1,
    ];
}
