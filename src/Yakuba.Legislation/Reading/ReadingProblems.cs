namespace Yakuba.Legislation;

/// <summary>The problems that a text can have, each made in one place.</summary>
internal static class ReadingProblems
{
    internal static LegislationProblem NoProvisions(int line) =>
        new("legislation-no-provisions", line, "条、項、附則のどれも見つかりません。", "例規の本文であるか、「第1条」「附則」が行の初めにあるかを確かめてください。");

    internal static LegislationProblem Doubled(int line, string label) =>
        new("legislation-number-doubled", line, $"「{label}」が同じところに二度あります。", "どちらかの番号を直すか、重なった行を消してください。");

    internal static LegislationProblem Skipped(int line, string label, string after) =>
        new("legislation-number-skipped", line, $"「{after}」の次が「{label}」です。間の番号がありません。", "抜けた条文があれば補い、廃止した条文なら「削除」と書いてください。");

    internal static LegislationProblem Backwards(int line, string label, string after) =>
        new("legislation-number-backwards", line, $"「{label}」が「{after}」の後にあります。", "条文の順番を確かめてください。");

    internal static LegislationProblem StartsLate(int line, string label) =>
        new("legislation-number-starts-late", line, $"番号が「{label}」から始まっています。", "初めの番号の条文が抜けていないかを確かめてください。");

    internal static LegislationProblem RowLooksLikeProvision(int line, string label) =>
        new("legislation-row-looks-like-provision", line, $"タブで始まる行のため、「{label}」を表の行として読みました。", "条文であれば、行の初めと番号の後のタブを空白に直してください。");

    internal static LegislationProblem TooDeep(int line, string label) =>
        new("legislation-too-deep", line, $"「{label}」の段が深すぎるため、一つ上の段と同じに扱いました。", "号の細分は6段までにしてください。");
}
