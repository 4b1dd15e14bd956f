using Yakuba.Documents;
using Yakuba.Platform;

namespace Yakuba.Office.Ordinances;

/// <summary>Why the room refuses.</summary>
internal static class OrdinancesProblems
{
    internal static readonly Problem NoFile = new("ordinance-no-file", 404, "例規のファイルが見つかりません。ファイルの名前と場所を確かめてください。");

    internal static readonly Problem Unreadable = new("ordinance-unreadable", 400, "例規のファイルを読めません。理由を見て、開けるファイルを指定してください。");

    internal static readonly Problem NoProvisions = new("ordinance-no-provisions", 400, "条も項も附則も見つかりません。例規の本文であるかを確かめてください。");

    internal static readonly Problem BadPath = new("ordinance-bad-path", 400, "条文の場所を読み取れません。「第3条第2項第1号」「附則第2項」「別表第1」のように書いてください。");

    internal static readonly Problem NoSuchProvision = new("ordinance-no-such-provision", 404, "その条文はこの例規にありません。番号を確かめてください。");

    internal static readonly Problem NotAmended = new("ordinance-not-amended", 400, "改め文を書けないか、溶け込ませられません。何も変えていません。示したところを確かめてください。");

    internal static Problem Of(Unreadable refusal) => Unreadable.With($"{refusal.Message}{refusal.NextStep}");
}
