namespace Yakuba.Legislation;

/// <summary>How a quoted phrase is changed.</summary>
public enum PhraseAct
{
    /// <summary>「A」を「B」に改める。</summary>
    Replace,

    /// <summary>「A」を削る。</summary>
    Delete,

    /// <summary>「A」の次に「B」を加える。</summary>
    AddAfter,

    /// <summary>「A」の前に「B」を加える: rare, read but never written.</summary>
    AddBefore,
}

/// <summary>One quoted phrase and what becomes of it, wherever it stands in the provision.</summary>
/// <param name="Act">How it is changed.</param>
/// <param name="Quoted">The phrase as it stands; at least one character.</param>
/// <param name="Other">What it becomes or what is added; empty for a deletion.</param>
public sealed record PhraseChange(PhraseAct Act, string Quoted, string Other)
{
    /// <summary>What stands in the place of the quoted phrase afterwards.</summary>
    public string Result => Act switch
    {
        PhraseAct.Replace => Other,
        PhraseAct.Delete => "",
        PhraseAct.AddAfter => Quoted + Other,
        _ => Other + Quoted,
    };
}
