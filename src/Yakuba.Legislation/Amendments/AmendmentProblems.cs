namespace Yakuba.Legislation;

/// <summary>Why an amendment cannot be carried out or written, each made in one place. The line is that of the amendment.</summary>
internal static class AmendmentProblems
{
    private const string Look = "改め文と、改正される例規の版を確かめてください。";

    internal static LegislationProblem Empty() =>
        new("amendment-empty", 1, "改め文に改める文がありません。", "「第1条中「…」を「…」に改める。」のような文を書いてください。");

    internal static LegislationProblem OfAnother(int line, string title, string name) =>
        new("amendment-of-another", line, $"この改め文は「{title}」を改めるもので、「{name}」のものではありません。", "改正される例規を選び直してください。");

    internal static LegislationProblem NotUnderstood(int line, string rest) =>
        new("amendment-not-understood", line, $"「{Short(rest)}」から先を改める文として読めません。", "「…中「…」を「…」に改める。」「…を削る。」「…の次に次の1条を加える。」の形に直してください。");

    internal static LegislationProblem Half(int line) =>
        new("amendment-half", line, "「次の」「次のように」とあるのに、その後に改正後の文がありません。", "文の次の行に、加える条文か改めた後の条文を書いてください。");

    internal static LegislationProblem LinesLeft(int line) =>
        new("amendment-lines-left", line, "この行は、前の文が求めていません。", "改める文の続きであれば1行にまとめ、加える条文であれば前の文に「次の」と書いてください。");

    internal static LegislationProblem NoPlace(int line, string place) =>
        new("amendment-no-place", line, $"「{place}」がありません。", Look);

    internal static LegislationProblem PlaceUnclear(int line, string place) =>
        new("amendment-place-unclear", line, $"「{place}」が二つ以上あり、どれか決まりません。", "章や附則の名、項や号まで書いてください。");

    internal static LegislationProblem NoPhrase(int line, string place, string phrase) =>
        new("amendment-no-phrase", line, $"「{place}」に「{Short(phrase)}」という字句がありません。", Look);

    internal static LegislationProblem PhrasesCross(int line, string place, string phrase) =>
        new("amendment-phrases-cross", line, $"「{place}」で「{Short(phrase)}」が他の字句と重なり、どちらを改めるのか決まりません。", "重ならない字句を引用してください。");

    internal static LegislationProblem Taken(int line, string place) =>
        new("amendment-number-taken", line, $"「{place}」は既にあります。", "先に今の規定を削るか、繰り下げてください。");

    internal static LegislationProblem BlockNotUnderstood(int line, string wanted) =>
        new("amendment-block-not-understood", line, $"続く行を{wanted}として読めません。", "番号の書き方と、加える数を確かめてください。");

    internal static LegislationProblem Count(int line, string said, string found) =>
        new("amendment-count", line, $"文には{said}とありますが、続く行は{found}です。", "数を直すか、条文を補ってください。");

    internal static LegislationProblem Gap(int line, string anchor, string label) =>
        new("amendment-number-gap", line, $"「{anchor}」の次に加えるのが「{label}」では、間の番号が欠けます。", "加える条の番号を確かめてください。");

    internal static LegislationProblem NotPossible(int line, string place, string what) =>
        new("amendment-not-possible", line, $"「{place}」は{what}ことができません。", Look);

    internal static LegislationProblem PartThere(int line, string place, string part) =>
        new("amendment-part-there", line, $"「{place}」には既に{part}があります。", $"{part}を「改める」文に直してください。");

    internal static LegislationProblem NothingChanged() =>
        new("amendment-nothing-changed", 1, "二つの例規に違いがありません。", "改正後の例規のファイルを確かめてください。番号と日付の違いは、改め文には書きません。");

    internal static LegislationProblem CannotBeWritten() =>
        new("amendment-cannot-be-written", 1, "この違いを改め文に書くことができません。", "改正後の例規を開いて、番号の重なりや抜けがないかを「ordinance check」で確かめてください。");

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
