namespace Yakuba.Papers;

/// <summary>Kinds of official documents. The kind is told in the file's properties; the look comes from the lines.</summary>
public enum PaperKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>通知</summary>
    Notice,

    /// <summary>照会</summary>
    Inquiry,

    /// <summary>回答</summary>
    Reply,

    /// <summary>依頼</summary>
    Request,

    /// <summary>報告</summary>
    Report,

    /// <summary>起案書、伺い</summary>
    Proposal,

    /// <summary>告示</summary>
    PublicNotice,

    /// <summary>公告</summary>
    PublicAnnouncement,

    /// <summary>挨拶文</summary>
    Greeting,

    /// <summary>広報記事</summary>
    Article,

    /// <summary>議会答弁、想定問答</summary>
    AssemblyAnswer,

    /// <summary>復命書</summary>
    TripReport,

    /// <summary>会議録</summary>
    Minutes,

    /// <summary>お詫び、お知らせ</summary>
    Information,

    /// <summary>新旧対照表</summary>
    ComparisonTable,
}
