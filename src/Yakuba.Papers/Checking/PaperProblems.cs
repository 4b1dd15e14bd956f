using System.Globalization;

namespace Yakuba.Papers;

/// <summary>Every way a paper can be refused. Names are stable.</summary>
internal static class PaperProblems
{
    internal static PaperProblem Json(string where) => new("paper-json",
        $"文書のデータ（JSON）が正しくありません（{where}）。", "書き出したままのデータを使うか、示した行を直してください。");

    internal static PaperProblem Empty { get; } = new("paper-empty",
        "文書に行がありません。", "件名や本文を入れてから作成してください。");

    internal static PaperProblem TooMany(int blocks, int limit) => new("paper-too-many-lines",
        Format($"文書の行と表の行があわせて{blocks:N0}あり、上限（{limit:N0}）を超えています。"), "別紙などに分けて、いくつかの文書にしてください。");

    internal static PaperProblem TooLong(long characters, long limit) => new("paper-too-long",
        Format($"文書が{characters:N0}字あり、上限（{limit:N0}字）を超えています。"), "別紙などに分けて、いくつかの文書にしてください。");

    internal static PaperProblem ItemLevel(int place, int level) => new("paper-item-level",
        Format($"{place}番目の行の項目の深さ（{level}）は使えません。"), "項目の深さは、第１・１・(1)・ア・(ア)・a・(a)の7段までにしてください。");

    internal static PaperProblem Page { get; } = new("paper-page-setup",
        "用紙の設定（大きさ、余白、字数、行数、文字の大きさ）の値が使える範囲にありません。", "用紙に余白が収まり、字が重ならない値に直してください。標準は、Ａ４判・余白25mm・37字36行・12ポイントです。");

    internal static PaperProblem Table(int place) => new("paper-table",
        Format($"{place}番目の表の列の数が行によって合いません（列は1から63まで）。"), "どの行も、列の数と同じ数のマスになるように直してください。");

    internal static PaperProblem InCell(int place) => new("paper-cell-line",
        Format($"{place}番目の表のマスに、表の中では使えない種類の行（番号の付く項目、件名、宛名など）があります。"), "表の中では、本文、箇条書、見出し付きの行、備考だけを使ってください。");

    internal static PaperProblem Value(int place, string what) => new("paper-value",
        Format($"{place}番目の行の値（{what}）が使える範囲にありません。"), "文書のデータを作り直してください。");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
