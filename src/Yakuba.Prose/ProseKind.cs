namespace Yakuba.Prose;

/// <summary>What a text is for; some rules hold for one kind alone.</summary>
public enum ProseKind
{
    /// <summary>For residents and others outside: 通知, お知らせ, 広報, 挨拶文. 敬体.</summary>
    Notice,

    /// <summary>For the office itself: 起案, 報告, 議事, 要綱 as drafts. 常体 is at home.</summary>
    Internal,

    /// <summary>例規 and acts: legal drafting has ways of its own.</summary>
    Ordinance,
}
