namespace Yakuba.Office.Ask.Judge;

/// <summary>How a unit of evidence meets a question, as numbers from 0 to 1.</summary>
public sealed record Likeness
{
    /// <summary>Weight of the question's words that the unit holds, with its title, its headings and a FAQ entry's question; in a question written in kana, of its sounds.</summary>
    public double Covered { get; init; }

    /// <summary>How far <see cref="Covered"/> is above 0.8, over 0.2.</summary>
    public double NearlyAll => Math.Max(0, (Covered - 0.8) * 5);

    /// <summary>Weight of the question's pairs of kanji and katakana that the same text holds.</summary>
    public double Written { get; init; }

    /// <summary>Weight of the most telling word that this text lacks and another document has, over six nats.</summary>
    public double MissingKnown { get; init; }

    /// <summary>Weight of the most telling word that no document has, over six nats.</summary>
    public double MissingUnknown { get; init; }

    /// <summary>1 when the unit tells what is asked for, or anything may answer.</summary>
    public double Tells { get; init; }

    /// <summary>1 when a number, an amount or a telephone is asked for and the unit has none.</summary>
    public double TellsNot { get; init; }

    /// <summary>Score of search over the best score of this search.</summary>
    public double Rank { get; init; }

    /// <summary>Weight that the FAQ entry's own question holds; 0 where there is none, as in the next three.</summary>
    public double Named { get; init; }

    /// <summary>Shared weight over the weight of both questions.</summary>
    public double Same { get; init; }

    /// <summary>Share of the FAQ question's weight that is said or meant by the asker.</summary>
    public double Explained { get; init; }

    /// <summary>1 when the FAQ question names another side than the asker does.</summary>
    public double SideOther { get; init; }

    /// <summary>True for a FAQ entry: it answers as it was approved, whole.</summary>
    public bool IsFaq { get; init; }

    /// <summary>True for evidence about another number than the one asked about: it never answers.</summary>
    public bool IsRuledOut { get; init; }

    /// <summary>The numbers in order, as the rule weighs them.</summary>
    public IReadOnlyList<double> Values =>
        [Covered, NearlyAll, Written, MissingKnown, MissingUnknown, Tells, TellsNot, Rank, Named, Same, Explained, SideOther];

    /// <summary>Names of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [nameof(Covered), nameof(NearlyAll), nameof(Written), nameof(MissingKnown), nameof(MissingUnknown), nameof(Tells), nameof(TellsNot), nameof(Rank), nameof(Named), nameof(Same), nameof(Explained), nameof(SideOther)];

    /// <summary>What each of <see cref="Values"/> means for the chance: 1 when more of it may only raise it, -1 when it may only lower it.</summary>
    public static IReadOnlyList<int> Signs { get; } = [1, 1, 1, -1, -1, 1, -1, 1, 1, 1, 1, -1];
}
