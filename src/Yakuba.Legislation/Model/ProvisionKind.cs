namespace Yakuba.Legislation;

/// <summary>What a provision is, from the outside in. Names follow the elements of the e-Gov law XML schema.</summary>
public enum ProvisionKind
{
    /// <summary>編.</summary>
    Part,

    /// <summary>章.</summary>
    Chapter,

    /// <summary>節.</summary>
    Section,

    /// <summary>款.</summary>
    Subsection,

    /// <summary>目.</summary>
    Division,

    /// <summary>条. Its text stands in its 項: an article has at least one <see cref="Paragraph"/>.</summary>
    Article,

    /// <summary>項. The first of an article has an empty label.</summary>
    Paragraph,

    /// <summary>号: 一 in acts, (1) in ordinances.</summary>
    Item,

    /// <summary>The first division of a 号: イ in acts, ア in ordinances.</summary>
    Subitem1,

    /// <summary>The second division of a 号: (1) in acts, (ア) in ordinances.</summary>
    Subitem2,

    /// <summary>The third division of a 号: (i) in acts, a in ordinances.</summary>
    Subitem3,

    /// <summary>The fourth division of a 号.</summary>
    Subitem4,

    /// <summary>The fifth division of a 号.</summary>
    Subitem5,

    /// <summary>The sixth division of a 号; what would lie deeper stands here too.</summary>
    Subitem6,

    /// <summary>A line without a number: what follows a table or the 号 of a 項, a formula, a note of the collection.</summary>
    Line,

    /// <summary>A table; its rows are in <see cref="Provision.Table"/>.</summary>
    Table,

    /// <summary>附則: supplementary provisions, those of the enactment itself or those of one that amended it.</summary>
    Supplement,

    /// <summary>別表, 別記, 別図, 別紙: what is annexed. Holds lines and tables only.</summary>
    Appendix,

    /// <summary>様式: a form that is annexed. Holds lines and tables only.</summary>
    Form,
}
