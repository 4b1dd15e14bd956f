using static Yakuba.Papers.LineRole;

namespace Yakuba.Papers.Tests;

/// <summary>Papers for the office itself and for the assembly: 伺い, 復命書, 議会答弁, 会議録.</summary>
internal static class Inside
{
    internal static Paper Proposal => new("公用自転車の購入について（伺い）", PaperKind.Proposal,
    [
        PaperLine.Of(Heading, "起案書"),
        new PaperTable([1, 1, 1, 1, 1, 1],
        [
            Approvals("市長", "副市長", "部長", "課長", "係長", "起案者"),
            Approvals("", "", "", "", "", "") with { Height = 20 },
        ]),
        new PaperTable([5, 9, 5, 10],
        [
            Row("文書番号", "八総第２０号", "保存期間", "５年"),
            Row("起案年月日", "令和８年４月１３日", "決裁年月日", "令和　　年　　月　　日"),
            Row("起案者", "総務部総務課　主事", "合議", "財政課"),
        ]),
        PaperLine.Of(Subject, "公用自転車の購入について（伺い）"),
        PaperLine.Of(Body, "老朽化した公用自転車を更新するため、次のとおり購入してよろしいか伺います。"),
        PaperLine.Item(1, "理由"),
        PaperLine.Of(ItemBody, "現在の公用自転車５台は、購入から８年を経過し、うち３台は制動装置の摩耗が著しく、修繕の見積額が購入の価格を上回るためです。") with { Level = 1 },
        PaperLine.Item(1, "購入する物品"),
        new PaperTable([5, 2, 3, 3],
        [
            PaperRow.Header("品名及び規格", "数量", "単価（円）", "金額（円）"),
            Amounts("自転車　２６インチ、変速機なし、前籠付き", "３", "２８，０００", "８４，０００"),
            Amounts("防犯登録料", "３", "６００", "１，８００"),
            Amounts("合計", "", "", "８５，８００"),
        ]),
        PaperLine.Item(1, "契約の方法"),
        PaperLine.Item(2, "随意契約（地方自治法施行令第１６７条の２第１項第１号）"),
        PaperLine.Item(2, "見積書は、市内の２者から徴します。"),
        PaperLine.Item(1, "予算科目"),
        PaperLine.Of(ItemBody, "一般会計　２款１項１目　備品購入費") with { Level = 1 },
    ]) { Creator = "八重桜市" };

    internal static Paper TripReport => new("復命書", PaperKind.TripReport,
    [
        PaperLine.Of(Date, "令和８年７月２２日"),
        PaperLine.Of(Addressee, "総務部長　様"),
        PaperLine.Of(Sender, "総務部情報政策課　主任　青木　一葉"),
        PaperLine.Of(Heading, "復命書"),
        PaperLine.Of(Body, "下記のとおり出張したので、復命します。"),
        PaperLine.Of(Ki, "記"),
        PaperLine.Item(2, "用務", 4, "行政手続のオンライン化に関する先進地の視察"),
        PaperLine.Item(2, "期間", 4, "令和８年７月１６日（木）及び１７日（金）"),
        PaperLine.Item(2, "用務先", 4, "若葉町役場（県外）"),
        PaperLine.Item(2, "概要"),
        PaperLine.Item(3, "導入の経緯"),
        PaperLine.Of(ItemBody, "窓口に来ることのできない住民から要望があり、令和５年度に、届出の多い２０の手続を対象として検討を始めました。") with { Level = 3 },
        PaperLine.Item(3, "効果"),
        PaperLine.Item(4, "来庁者は、導入の前に比べて１２パーセント減少しました。"),
        PaperLine.Item(4, "申請書の記入の誤りに伴う電話は、月に４０件程度から１０件程度に減りました。"),
        PaperLine.Item(3, "課題"),
        PaperLine.Of(ItemBody, "本人確認の方法及び手数料の納付の方法を手続ごとに決めておく必要があります。") with { Level = 3 },
        PaperLine.Item(2, "所感"),
        PaperLine.Of(ItemBody, "担当する課が自ら画面を作る仕組みは、本市でも取り入れる価値があると考えます。") with { Level = 2 },
        PaperLine.Item(2, "旅費", 4, "概算払　３２，４００円（精算による追給なし）"),
    ]) { Creator = "八重桜市" };

    internal static Paper AssemblyAnswer => new("令和８年１２月定例会　一般質問　答弁書", PaperKind.AssemblyAnswer,
    [
        PaperLine.Of(Heading, "令和８年１２月定例会　一般質問　答弁書"),
        new PaperTable([2, 5, 2, 3], [Row("質問者", "３番　若草　太郎　議員", "答弁者", "市長"), Row("件名", "公共交通について", "所管課", "交通政策課")]),
        PaperLine.Of(Subheading, "質問の要旨") with { Level = 1 },
        Labelled("問", "高齢者の移動の手段を確保するため、デマンド型乗合タクシーの区域を北部の全域に広げる考えはあるか。"),
        PaperLine.Of(Subheading, "答弁") with { Level = 1 },
        Labelled("答", "若草議員の御質問にお答えします。"),
        PaperLine.Of(Body, "北部の一部で実施しているデマンド型乗合タクシーは、令和７年度に延べ８，１２０人の皆様に御利用いただきました。利用者への調査では、８割を超える方が「通院に使う」と答えており、暮らしに欠かせない移動の手段になっていると認識しております。"),
        new PaperLine(Body, [new("一方で、区域を広げるためには、"), new("車両及び運転手の確保") { Marks = RunMarks.Underline }, new("が課題です。このため、来年度は、運行事業者と協議の上、"), new("北部の３地区で試験的に運行") { Marks = RunMarks.Bold }, new("し、利用の見込みと費用を確かめてまいります。")]),
        PaperLine.Of(Body, "議員におかれましても、御理解と御協力をお願いいたします。"),
        PaperLine.Of(Subheading, "想定される再質問") with { Level = 1 },
        Labelled("問１", "試験的な運行の費用は幾らか。"),
        Labelled("答１", "車両２台を６か月運行する場合、約９００万円と見込んでいます。"),
        Labelled("問２", "利用料を引き上げることはあるか。"),
        Labelled("答２", "試験の期間中は、現在と同じ１回３００円とします。"),
    ]) { Creator = "八重桜市", PageNumbers = PageNumbers.All };

    internal static Paper Minutes => new("令和８年度第２回八重桜市図書館協議会　会議録", PaperKind.Minutes,
    [
        PaperLine.Of(Heading, "令和８年度第２回八重桜市図書館協議会　会議録"),
        PaperLine.Item(2, "日時", 4, "令和８年１１月１１日（水）午後２時から午後３時３０分まで"),
        PaperLine.Item(2, "場所", 4, "八重桜市立中央図書館　２階会議室"),
        PaperLine.Item(2, "出席者", 4, "委員　８人（欠席　１人）　事務局　３人　傍聴者　２人"),
        PaperLine.Item(2, "議題", 4, "(1)　開館時間の見直しについて\n(2)　移動図書館の巡回先について"),
        PaperLine.Item(2, "会議の経過"),
        Speech("会長", "ただいまから会議を開きます。議題１について、事務局から説明してください。"),
        Speech("事務局", "資料１により説明します。平日の閉館の時刻を午後７時から午後８時に改める案です。試行した３か月間の、午後７時以降の来館者は、１日当たり平均４２人でした。"),
        Speech("委員", "勤め帰りに寄れるようになるのは良いことです。職員の負担はどうなりますか。"),
        Speech("事務局", "遅番を設け、１人当たりの勤務時間は変えません。"),
        Speech("会長", "ほかに意見がなければ、議題１は原案のとおり承認することとしてよろしいですか。\n（「異議なし」の声あり）"),
        Speech("会長", "異議がないので、原案のとおり承認します。"),
        PaperLine.Of(Attachment, "別添"),
        PaperLine.Of(Heading, "決定事項"),
        new PaperTable([1, 6, 3], [PaperRow.Header("番号", "内容", "担当"), PaperRow.Of("１", "平日の閉館の時刻を午後８時とする（令和９年４月１日から）。", "中央図書館"), PaperRow.Of("２", "移動図書館の巡回先に、北部地区センターを加える。", "中央図書館")]),
    ]) { Creator = "八重桜市", PageNumbers = PageNumbers.All };

    private static PaperLine Labelled(string label, string text) => PaperLine.Of(LineRole.Labelled, text) with { Label = label, LabelWidth = 2 };

    private static PaperLine Speech(string who, string text) => PaperLine.Of(LineRole.Labelled, text) with { Label = who, LabelWidth = 3, Level = 2 };

    private static PaperRow Approvals(params string[] names) => new([.. names.Select(n => PaperCell.Of(n, CellAlignment.Centre))]);

    private static PaperRow Row(string a, string b, string c, string d) => new([PaperCell.Of(a, CellAlignment.Centre), PaperCell.Of(b), PaperCell.Of(c, CellAlignment.Centre), PaperCell.Of(d)]);

    private static PaperRow Amounts(string name, params string[] values) => new([PaperCell.Of(name), .. values.Select(v => PaperCell.Of(v, CellAlignment.Right))]);
}
