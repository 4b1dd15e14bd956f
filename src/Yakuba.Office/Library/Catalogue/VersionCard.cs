using Yakuba.Office.Library.Rights;

namespace Yakuba.Office.Library.Catalogue;

/// <summary>What lists and pages say of one version beside its text.</summary>
/// <param name="Rights">Who may read it, and when it may be cited.</param>
/// <param name="Ordinal">Its number within the document, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="FileName">Name of the file as it came.</param>
/// <param name="Kind">Name of the format, as the store keeps it.</param>
/// <param name="Sha256">Hash of the original.</param>
/// <param name="Bytes">Size of the original.</param>
/// <param name="Stated">The days on which it holds as the text or its section states them.</param>
/// <param name="ReviewOn">When the section is to look at it again; null when no day was set.</param>
/// <param name="RetiredFrom">First day on which answers leave it out; null when no retirement was decided.</param>
/// <param name="RetiredReason">Why; may be empty.</param>
/// <param name="ImportedAt">When it was filed.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Passages">Passages that search knows.</param>
/// <param name="FaqEntries">Questions with answers.</param>
/// <param name="Articles">Distinct articles.</param>
/// <param name="Doubts">Places to compare with the original.</param>
public sealed record VersionCard(
    VersionRights Rights,
    int Ordinal,
    string Title,
    string FileName,
    string Kind,
    string Sha256,
    long Bytes,
    Validity Stated,
    DateOnly? ReviewOn,
    DateOnly? RetiredFrom,
    string RetiredReason,
    DateTimeOffset ImportedAt,
    DateTimeOffset ChangedAt,
    int Passages,
    int FaqEntries,
    int Articles,
    int Doubts)
{
    /// <summary>Who last said that the text is right, and when; null for a draft that nobody has confirmed.</summary>
    public Confirmation? Confirmed { get; init; }

    /// <summary>True when <see cref="Confirmed"/> is a review that can be taken back.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>The version's number.</summary>
    public uint Number => Rights.Number;

    /// <summary>The days on which it holds, narrowed by newer versions and a retirement to come.</summary>
    public Validity InForce => new(Rights.ValidFrom, Rights.ValidTo);

    /// <summary>What it is, in a word.</summary>
    public string KindWord => FaqEntries > 0 ? "FAQ" : Articles > 0 ? "例規" : Kind switch
    {
        "Pdf" => "PDF",
        "Word" => "Word",
        "Excel" or "Csv" => "表",
        "Slides" => "スライド",
        "Html" => "HTML",
        "LawXml" => "法令",
        _ => "文書",
    };
}

/// <summary>Somebody said that a text is right: by confirming it, or by reviewing it without a change.</summary>
/// <param name="At">When.</param>
/// <param name="By">Id of the account.</param>
public sealed record Confirmation(DateTimeOffset At, string By);
