namespace Yakuba.Documents;

/// <summary>Days that the text of a document states about itself. Japan Standard Time.</summary>
/// <param name="Promulgated">Day of promulgation or issue; null when not stated.</param>
/// <param name="EnforcedFrom">First day in force (施行日); null when not stated.</param>
/// <param name="RepealedFrom">First day out of force (廃止・失効); null when not stated.</param>
/// <param name="SaysRepealed">The text calls itself repealed, with or without a day.</param>
public sealed record DocumentDates(DateOnly? Promulgated, DateOnly? EnforcedFrom, DateOnly? RepealedFrom, bool SaysRepealed = false)
{
    /// <summary>Nothing stated.</summary>
    public static readonly DocumentDates None = new(null, null, null);
}
