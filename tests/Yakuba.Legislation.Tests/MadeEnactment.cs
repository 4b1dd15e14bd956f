using System.Collections.Immutable;
using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Enactments made by chance, in the style of acts or of ordinances; the same seed makes the same one.</summary>
internal sealed class MadeEnactment
{
    private static readonly string[] Words = ["市長は、", "申請があったときは、", "使用料を", "遅滞なく", "公表する", "施設の管理者が", "必要と認めるとき", "届け出なければならない", "駐輪場", "前条の規定により", "第二項の"];
    private readonly Random _random;
    private readonly bool _isAct;
    private int _article;

    private MadeEnactment(int seed) => (_random, _isAct) = (new Random(seed), seed % 2 == 0);

    internal static Enactment Of(int seed) => new MadeEnactment(seed).Make();

    private Enactment Make()
    {
        var hasChapters = _random.Next(2) == 0;
        var body = hasChapters
            ? Many(1, 4).Select(c => Node(ProvisionKind.Chapter, ProvisionNumber.Of(c), $"第{Digits(c)}章", "総則", [.. Many(1, 5).SelectMany(_ => Articles())]))
            : Many(1, 8).SelectMany(_ => Articles());
        var provisions = body.ToList();
        provisions.AddRange(Many(1, 3).Select(Supplement));
        provisions.AddRange(Many(0, 2).Select(Appendix));
        return new(
            "○八重桜市駐輪場条例", ["（平成12年3月21日条例第7号）"], hasChapters ? ["目次", "第１章　総則", "附則"] : [], _random.Next(3) == 0 ? ["わたくしたちは、この市を愛する。"] : [], [.. provisions]);
    }

    private IEnumerable<Provision> Articles()
    {
        var number = ++_article;
        var label = $"第{Digits(number)}条";
        if (_random.Next(10) == 0)
        {
            var last = number + 1 + _random.Next(3);
            var range = ProvisionNumber.Range(ProvisionNumber.Of(number), ProvisionNumber.Of(last));
            _article = last;
            return [Node(ProvisionKind.Article, range, $"{label}から第{Digits(last)}条まで", "", [Node(ProvisionKind.Paragraph, ProvisionNumber.Of(1), "", "削除", [])])];
        }

        var caption = _random.Next(3) > 0 ? "（使用の許可等）" : "";
        Provision[] one = [Node(ProvisionKind.Article, ProvisionNumber.Of(number), label, "", Paragraphs(isNumbered: false)) with { Caption = caption }];
        return _random.Next(5) > 0 ? one
            : [.. one, Node(ProvisionKind.Article, ProvisionNumber.Of(number, 2), $"{label}の{Digits(2)}", "", Paragraphs(isNumbered: false))];
    }

    private ImmutableArray<Provision> Paragraphs(bool isNumbered) =>
        [.. Many(1, 4).Select(p => Node(ProvisionKind.Paragraph, ProvisionNumber.Of(p), p == 1 && !isNumbered ? "" : Paragraph(p), Text(), Below(ProvisionKind.Item)))];

    private ImmutableArray<Provision> Below(ProvisionKind kind)
    {
        var children = new List<Provision>();
        if (kind <= ProvisionKind.Subitem3 && _random.Next(3) == 0)
        {
            children.AddRange(Many(1, 5).Select(i => Node(kind, ProvisionNumber.Of(i), Label(kind, i), Text(), Below(kind + 1))));
        }
        else if (_random.Next(8) == 0)
        {
            children.Add(Table());
        }

        return [.. children];
    }

    private Provision Supplement(int times)
    {
        var text = times == 1 ? "" : $"（平成{Digits(times + 12)}年条例第{Digits(times)}号）";
        return Node(ProvisionKind.Supplement, default, _isAct ? "附　則" : "附則", text, Paragraphs(isNumbered: _random.Next(2) == 0));
    }

    private Provision Appendix(int number) =>
        Node(ProvisionKind.Appendix, ProvisionNumber.Of(number), $"別表第{Digits(number)}", "（第三条関係）", [Table(), Node(ProvisionKind.Line, default, "", "備考　市民は、半額とする。", [])]);

    private Provision Table() => Node(ProvisionKind.Table, default, "", "", []) with
    {
        Table = new([.. Many(1, 3).Select(_ => ImmutableArray.Create("区分", _random.Next(2) == 0 ? "" : "100円", "第二条　備考"))]),
    };

    private string Label(ProvisionKind kind, int number) => kind switch
    {
        ProvisionKind.Item => _isAct ? Digits(number) : $"({number})",
        ProvisionKind.Subitem1 => (_isAct ? "イロハニホ" : "アイウエオ")[number - 1].ToString(),
        ProvisionKind.Subitem2 => _isAct ? $"（{(char)('０' + number)}）" : $"({"アイウエオ"[number - 1]})",
        _ => _isAct ? $"（{"ｉ,ｉｉ,ｉｉｉ,ｉｖ,ｖ".Split(',')[number - 1]}）" : "abcde"[number - 1].ToString(),
    };

    private string Paragraph(int number) => _isAct ? ((char)('０' + number)).ToString() : $"{number}";

    private string Digits(int number) => _isAct ? LegalNumeral.Kanji(number) : $"{number}";

    private string Text() => string.Concat(Many(1, 5).Select(_ => Words[_random.Next(Words.Length)]).Prepend("何人も、")) + "。";

    private IEnumerable<int> Many(int least, int most) => Enumerable.Range(1, _random.Next(least, most + 1));

    private static Provision Node(ProvisionKind kind, ProvisionNumber number, string label, string text, ImmutableArray<Provision> children) =>
        new(kind, number, label, "", text, children);
}
