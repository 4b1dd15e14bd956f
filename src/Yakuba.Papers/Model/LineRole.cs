namespace Yakuba.Papers;

/// <summary>What a line is in an official document. Its place on the page follows from it.</summary>
public enum LineRole
{
    /// <summary>本文: begins one character in.</summary>
    Body,

    /// <summary>文書番号, at the right.</summary>
    DocumentNumber,

    /// <summary>日付, at the right.</summary>
    Date,

    /// <summary>宛名 with its 敬称, one character in; one line for each.</summary>
    Addressee,

    /// <summary>発信者, at the right with one character left free; one line for office, one for the name, or both in one.</summary>
    Sender,

    /// <summary>（公印省略） below the sender.</summary>
    SealNote,

    /// <summary>件名: in the middle; when longer than a line from the left, with both sides drawn in.</summary>
    Subject,

    /// <summary>Text that begins at the margin: 拝啓, a continued sentence.</summary>
    Flush,

    /// <summary>結語 (敬具), at the right.</summary>
    Closing,

    /// <summary>記, in the middle. Numbers of items begin anew after it.</summary>
    Ki,

    /// <summary>An item; its number comes from <see cref="PaperLine.Level"/>: 第１, １, (1), ア, (ア), a, (a).</summary>
    Item,

    /// <summary>More text of the item above, of the same <see cref="PaperLine.Level"/>.</summary>
    ItemBody,

    /// <summary>・ and a text; <see cref="PaperLine.Level"/> as that of the item it belongs to, 0 for none.</summary>
    Bullet,

    /// <summary><see cref="PaperLine.Label"/> and then the text, in a column of its own: a speaker and what was said, 日時 and the day.</summary>
    Labelled,

    /// <summary>以上, at the right.</summary>
    End,

    /// <summary>別紙, 別記様式: on a new page. Numbers of items begin anew after it.</summary>
    Attachment,

    /// <summary>Title of an attachment or of a document without 件名, in the middle.</summary>
    Heading,

    /// <summary>A heading inside the text; <see cref="PaperLine.Level"/> 1 to 3.</summary>
    Subheading,

    /// <summary>Caption of the table below.</summary>
    Caption,

    /// <summary>備考, 注: smaller, below what it belongs to.</summary>
    Note,

    /// <summary>担当: lines that follow each other stand in one box at the right.</summary>
    Contact,
}
