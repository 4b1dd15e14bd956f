using System.Collections.Immutable;

namespace Yakuba.Legislation;

/// <summary>Looks through an enactment for what a drafter would want to know before it is promulgated.</summary>
public static class EnactmentChecks
{
    internal static readonly EnactmentCheck MissingReference = new("reference-missing", "引用先がない", "条ずれや削除で引用先がなくなっていないかを確かめ、引用を直してください。");
    internal static readonly EnactmentCheck DeletedReference = new("reference-deleted", "削除された条文の引用", "引用先は「削除」となっています。引用を改めるか、削ってください。");
    internal static readonly EnactmentCheck MissingElsewhere = new("reference-missing-elsewhere", "ほかの例規の引用先がない", "引用先の例規が改正されていないかを確かめ、引用を直してください。");
    internal static readonly EnactmentCheck Contents = new("contents-differ", "目次と本文の違い", "目次の章名と条の範囲を、本文に合わせてください。");
    internal static readonly EnactmentCheck MissingItems = new("items-missing", "各号がない", "「次の各号」の後に号がありません。号を補うか、柱書を直してください。");
    internal static readonly EnactmentCheck UnusedDefinition = new("definition-unused", "使われない定義・略称", "定めた後に一度も使われていません。要らなければ削ってください。");
    internal static readonly EnactmentCheck DoubleDefinition = new("definition-twice", "二重の定義・略称", "同じ言葉が二か所で定められています。どちらかを削るか、範囲を限ってください。");
    internal static readonly EnactmentCheck UndefinedAbbreviation = new("abbreviation-undefined", "定めのない略称", "略称の定め（以下「…」という。）がありません。初めに出るところで定めてください。");
    internal static readonly EnactmentCheck AppendixRelation = new("appendix-relation", "別表・様式と条文の関係", "別表などに書かれた「第○条関係」の条文が、その別表などに触れていません。どちらかを直してください。");
    internal static readonly EnactmentCheck DelegationWithoutRule = new("delegation-without-rule", "委任に応じる規則がない", "「規則で定める」とありますが、規則にこの条文を引く規定がありません。規則を確かめてください。");
    internal static readonly EnactmentCheck TermVariants = new("term-variants", "表記の揺れ", "一つの例規では、同じ言葉を同じ書き方にそろえてください。");
    internal static readonly EnactmentCheck ImpossibleDate = new("date-impossible", "存在しない日付", "暦にない日付です。年月日を確かめてください。");
    internal static readonly EnactmentCheck ReversedPeriod = new("date-reversed", "逆になった期間", "期間の終わりが初めより前です。年月日を確かめてください。");
    internal static readonly EnactmentCheck EarlyEnforcement = new("enforced-before-promulgation", "公布前の施行", "施行の日が公布の日より前です。遡って適用するときは「適用する」と書いてください。");
    internal static readonly EnactmentCheck RepealWithoutTransition = new("repeal-without-transition", "廃止に経過措置がない", "廃止する例規でされた処分、手続や罰則の扱いを、経過措置で定める必要がないかを確かめてください。");

    /// <summary>All checks, in the order in which their findings come.</summary>
    public static ImmutableArray<EnactmentCheck> Catalogue { get; } =
    [
        MissingReference, DeletedReference, MissingElsewhere, Contents, MissingItems, UnusedDefinition, DoubleDefinition, UndefinedAbbreviation,
        AppendixRelation, DelegationWithoutRule, TermVariants, ImpossibleDate, ReversedPeriod, EarlyEnforcement, RepealWithoutTransition,
    ];

    /// <summary>Checks one enactment.</summary>
    /// <param name="index">The enactment.</param>
    /// <param name="others">Other enactments at hand: references to them by name are followed, and a 施行規則 among them is asked for what was delegated to it.</param>
    public static ImmutableArray<EnactmentFinding> Run(EnactmentIndex index, IReadOnlyList<EnactmentIndex> others)
    {
        var context = new CheckContext(index, others);
        return
        [
            .. ReferenceChecks.Find(context), .. ContentsCheck.Find(context), .. StructureChecks.Find(context), .. DefinitionChecks.Find(context),
            .. DelegationCheck.Find(context), .. TermCheck.Find(context), .. DateChecks.Find(context),
        ];
    }

    internal static EnactmentFinding At(this EnactmentCheck check, ProvisionPath path, string message, int start = 0, int length = 0) =>
        new(check.Id, path, start, length, message, check.Why);
}
