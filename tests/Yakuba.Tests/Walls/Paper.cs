using Yakuba.Platform;

namespace Yakuba.Tests.Walls;

/// <summary>Where a paper stands when it is asked for.</summary>
internal enum PaperState
{
    Live,
    Revoked,
    Retired,
    Deleted,
    Superseded,
    Future,
    Draft,
}

/// <summary>A document of the matrix. Its canaries stand in it and nowhere else, and nobody ever types them; its topic is what people ask by.</summary>
internal sealed class Paper(int number, Label label, PaperState state, bool isFaq, Random random)
{
    private const string Consonants = "BCDFGHJKLMNPQRSTVWXZ";

    private static readonly string[] Matters = ["水車", "渡船", "灯台", "製塩", "養蚕", "炭焼", "和紙", "漆器", "紡績", "鋳物", "養蜂", "畳表", "醸造", "窯業"];
    private static readonly string[] Forms = ["共済金", "奨励金", "講習会", "検査証"];

    internal int Number { get; } = number;

    internal Label Label { get; } = label;

    internal PaperState State { get; } = state;

    internal bool IsFaq { get; } = isFaq;

    /// <summary>Papers of two sections: whoever is at home in one is a stranger in the other.</summary>
    internal string Section { get; } = isFaq ? "060" : "040";

    internal string Topic { get; } = Matters[number / Forms.Length % Matters.Length] + Forms[number % Forms.Length];

    /// <summary>Of its file's name, title, heading or question, and text.</summary>
    internal IReadOnlyList<string> Canaries { get; } = [.. Enumerable.Range(0, 4).Select(_ => new string(random.GetItems(Consonants.AsSpan(), 10)))];

    internal string FileName => $"{Topic}{Canaries[0]}.{(IsFaq ? "csv" : "md")}";

    internal string Fee => $"{Topic}の手数料は、{((Number * 70) + 1300):N0}円です。";

    internal string Text => IsFaq
        ? $"質問,回答\n{Topic}の手数料はいくらですか（{Canaries[2]}）,\"{Fee}{Topic}の受付は、{Canaries[3]}窓口で行います。\"\n{Topic}の期限はいつですか（{Canaries[1]}）,{Topic}の期限は、毎年9月末です。\n"
        : $"# {Topic}の手引き {Canaries[1]}\n\n## {Topic}の申請 {Canaries[2]}\n\n{Fee}{Topic}の受付は、{Canaries[3]}窓口で行います。\n";

    /// <summary>What takes the place of a superseded paper: nothing of the old text but its name.</summary>
    internal string NextText => IsFaq ? $"質問,回答\n{Topic}の窓口はどこですか,総合案内です。\n" : $"# {Topic}の手引き\n\n{Topic}の窓口は、総合案内です。\n";

    internal long Version { get; set; }

    internal string DocumentId { get; set; } = "";

    /// <summary>A draft of its section into which it was put; empty for none.</summary>
    internal string DraftId { get; set; } = "";

    /// <summary>An answer that was given from it to the head of its section, while it was live.</summary>
    internal string AnswerId { get; set; } = "";

    public override string ToString() => $"{Topic} {Label.ToName()} {State} of {Section}";

    /// <summary>Every label in every state, once as a text and once as questions and answers.</summary>
    internal static IReadOnlyList<Paper> Deal(Random random) =>
        [.. (from label in Enum.GetValues<Label>() from state in Enum.GetValues<PaperState>() from isFaq in new[] { false, true } select (label, state, isFaq))
            .Select((kind, number) => new Paper(number, kind.label, kind.state, kind.isFaq, random))];
}
