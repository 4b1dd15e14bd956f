using static Yakuba.Papers.LineRole;

namespace Yakuba.Papers.Tests;

/// <summary>Papers for everybody: 告示, 公告, 広報記事; and a 新旧対照表.</summary>
internal static class Public
{
    internal static Paper PublicNotice => new("八重桜市道の路線の認定", PaperKind.PublicNotice,
    [
        PaperLine.Of(Flush, "八重桜市告示第四十五号"),
        PaperLine.Of(Body, "道路法（昭和二十七年法律第百八十号）第八条第一項の規定により、市道の路線を次のように認定したので、同法第九条の規定により告示する。"),
        PaperLine.Of(Body, "その関係図面は、令和八年十二月一日から同月十四日まで、八重桜市役所建設部道路課において、一般の縦覧に供する。"),
        PaperLine.Of(Flush, "令和八年十二月一日") with { Indent = 2 },
        PaperLine.Of(Sender, "八重桜市長　桜井　一郎") with { Seal = true },
        PaperLine.Of(Flush, ""),
        PaperLine.Item(2, "路線名", 4, "市道中央三号線"),
        PaperLine.Item(2, "起点", 4, "八重桜市中央一丁目十二番地先"),
        PaperLine.Item(2, "終点", 4, "八重桜市中央二丁目三番地先"),
        PaperLine.Item(2, "重要な経過地", 6, "なし"),
    ]) { Creator = "八重桜市", Page = PageSetup.Upright, PageNumbers = PageNumbers.None };

    internal static Paper PublicAnnouncement => new("一般競争入札の実施について（公告）", PaperKind.PublicAnnouncement,
    [
        PaperLine.Of(DocumentNumber, "八重桜市公告第３１号"),
        PaperLine.Of(Body, "次のとおり一般競争入札を行うので、地方自治法施行令（昭和２２年政令第１６号）第１６７条の６の規定により公告する。"),
        PaperLine.Of(Date, "令和８年８月３日"),
        PaperLine.Of(Sender, "八重桜市長　桜井　一郎") with { Seal = true },
        PaperLine.Of(Flush, ""),
        PaperLine.Item(1, "入札に付する事項"),
        PaperLine.Item(2, "件名", 4, "八重桜市立小学校空調設備更新工事"),
        PaperLine.Item(2, "場所", 4, "八重桜市中央二丁目１番１号ほか３か所"),
        PaperLine.Item(2, "工期", 4, "契約の日から令和９年３月１９日まで"),
        PaperLine.Item(1, "入札に参加する者に必要な資格"),
        PaperLine.Item(2, "地方自治法施行令第１６７条の４第１項の規定に該当しない者であること。"),
        PaperLine.Item(2, "八重桜市の競争入札参加資格者名簿に、管工事のＡ等級で登載されている者であること。"),
        PaperLine.Item(2, "公告の日から落札者の決定の日までの間に、八重桜市から指名停止の措置を受けていない者であること。"),
        PaperLine.Item(1, "入札の日時及び場所"),
        PaperLine.Item(2, "日時", 4, "令和８年８月２８日（金）午前１０時"),
        PaperLine.Item(2, "場所", 4, "八重桜市役所４階　入札室"),
        PaperLine.Item(1, "入札保証金　免除"),
        PaperLine.Item(1, "無効とする入札"),
        PaperLine.Of(ItemBody, "入札に参加する資格のない者のした入札及び入札に関する条件に違反した入札は、無効とする。") with { Level = 1 },
        PaperLine.Item(1, "問合せ先"),
        PaperLine.Of(ItemBody, "八重桜市総務部契約課　電話　0000-00-4567") with { Level = 1 },
    ]) { Creator = "八重桜市" };

    internal static Paper Article => new("ごみの出し方が変わります", PaperKind.Article,
    [
        PaperLine.Of(Subheading, "４月から、ごみの出し方が変わります") with { Level = 1 },
        new PaperLine(Body, [new("プラスチックの資源を増やすため、令和９年４月１日（木）から、"), new("「プラスチック資源」の収集") { Marks = RunMarks.Bold }, new("を始めます。")]),
        PaperLine.Of(Subheading, "出せるもの") with { Level = 2 },
        PaperLine.Of(Bullet, "食品の容器、袋、卵のパックなど（さっと水で洗ってください）"),
        PaperLine.Of(Bullet, "バケツ、洗面器、おもちゃなど、全体がプラスチックでできたもの"),
        PaperLine.Of(Subheading, "出せないもの") with { Level = 2 },
        new PaperLine(Bullet, [new("電池の入ったもの"), new("（火事の原因になるので、"), new("絶対") { Marks = RunMarks.Dots }, new("に入れないでください）")]),
        PaperLine.Of(Bullet, "５０センチメートルを超えるもの"),
        PaperLine.Of(Subheading, "収集の日") with { Level = 2 },
        PaperLine.Of(Caption, "地区ごとの曜日"),
        new PaperTable([2, 3, 3], [PaperRow.Header("地区", "燃えるごみ", "プラスチック資源"), PaperRow.Of("中央", "月曜日・木曜日", "水曜日"), PaperRow.Of("北部", "火曜日・金曜日", "木曜日"), PaperRow.Of("南部", "火曜日・金曜日", "月曜日")]),
        new PaperLine(Note, [new("注　収集の日が祝日のときも、収集します。"), new("朝８時") { Marks = RunMarks.Underline }, new("までに、"), new("集積所") { Ruby = "しゅうせきじょ" }, new("に出してください。")]),
        PaperLine.Of(Contact, "問合せ　環境課（電話　0000-00-5678）"),
    ]) { Creator = "八重桜市" };

    internal static Paper Compared => ComparisonTable.Of("八重桜市自転車等駐車場条例新旧対照表", Rows(), ComparisonTableOptions.Standard with { Creator = "八重桜市" });

    private static IEnumerable<ComparedProvision> Rows()
    {
        yield return new([Line("（使用料）")], [Line("（使用料）")]);
        yield return new(
            [Clause(0, "第５条　駐車場を使用する者は、", "_別表に定める額の", "使用料を", "_前納しなければ", "ならない。"), Clause(0, "２　", "_市長は、特別の理由があると認めるときは、", "使用料を", "_減額し、又は", "免除することができる。")],
            [Clause(0, "第５条　駐車場を使用する者は、", "_１回につき１００円の", "使用料を", "_納めなければ", "ならない。"), Clause(0, "２　", "使用料を", "免除することができる", "_場合は、規則で定める", "。")]);
        for (var i = 6; i <= 24; i++)
        {
            yield return new([Clause(0, $"第{i}条　", i % 3 == 0 ? "_指定管理者は、" : "市長は、", "駐車場の管理に必要な範囲で、使用する者に対し、資料の提出を求めることができる。")], [Clause(0, $"第{i}条　", i % 3 == 0 ? "_市長は、" : "市長は、", "駐車場の管理に必要な範囲で、使用する者に対し、資料の提出を求めることができる。")]);
        }

        yield return new([Clause(0, "_第２５条　この条例の施行に関し必要な事項は、規則で定める。")], []);
    }

    private static PaperLine Line(string text) => PaperLine.Of(Body, text) with { Indent = 1 };

    private static PaperLine Clause(double indent, params string[] pieces) => new PaperLine(Body,
        [.. pieces.Select(p => p[0] == '_' ? new PaperRun(p[1..]) { Marks = RunMarks.Underline } : new PaperRun(p))]) { Indent = indent + 1, FirstLine = -1 };
}
