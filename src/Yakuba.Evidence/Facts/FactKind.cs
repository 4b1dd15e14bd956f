namespace Yakuba.Evidence;

/// <summary>What a stated fact is about. Facts are compared within one kind only.</summary>
public enum FactKind
{
    /// <summary>A bare number, a postal code or a lot number (1-2-3).</summary>
    Number,

    /// <summary>Money, in yen.</summary>
    Amount,

    /// <summary>A day, month, year, fiscal year or weekday, with or without its year.</summary>
    Date,

    /// <summary>A time of day, 24 hours.</summary>
    Time,

    /// <summary>A length of time: 3か月, 14日, 30分.</summary>
    Period,

    /// <summary>A number with a unit or counter: 30%, 5kg, 65歳, 第2回.</summary>
    Unit,

    /// <summary>A name: proper noun, ordinance, scheme, facility, section, quoted words.</summary>
    Name,

    /// <summary>A place in a law or form: 第12条の2第3項第1号, 別表第1, 様式第3号.</summary>
    Reference,

    /// <summary>A telephone or fax number.</summary>
    Phone,

    /// <summary>A web or mail address.</summary>
    Url,

    /// <summary>A predicate that is not plainly affirmed: negated, required, not required, permitted, forbidden.</summary>
    Polarity,
}
