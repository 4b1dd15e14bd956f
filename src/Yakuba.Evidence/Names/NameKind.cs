namespace Yakuba.Evidence;

/// <summary>What sort of thing a name stands for; its generic head tells.</summary>
public enum NameKind
{
    /// <summary>条例, 規則, 要綱, 計画 and other texts in force.</summary>
    Ordinance,

    /// <summary>給付金, 補助金, 手当, 制度, 事業.</summary>
    Scheme,

    /// <summary>センター, 館, 公園, 病院, 学校.</summary>
    Facility,

    /// <summary>課, 係, 室, 委員会.</summary>
    Section,

    /// <summary>証明書, 手帳, 受給者証.</summary>
    Certificate,

    /// <summary>A municipality or prefecture, also in 〜市民 and 〜市在住.</summary>
    Municipality,

    /// <summary>Words in 「」 or 『』.</summary>
    Quoted,

    /// <summary>A proper noun of the dictionary that stands alone.</summary>
    Proper,
}
