namespace Yakuba.Documents;

/// <summary>The file format a document was read from.</summary>
public enum DocumentKind
{
    /// <summary>Plain text.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML, with or without ordinance markup.</summary>
    Html,

    /// <summary>Comma or tab separated values.</summary>
    Csv,

    /// <summary>Law XML of the national e-Gov schema.</summary>
    LawXml,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word, Office Open XML (.docx).</summary>
    Word,

    /// <summary>Excel, Office Open XML (.xlsx) or the older binary form (.xls).</summary>
    Excel,

    /// <summary>PowerPoint, Office Open XML (.pptx).</summary>
    Slides,

    /// <summary>A mail with its attached files (.eml).</summary>
    Mail,
}
