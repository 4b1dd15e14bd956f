using static Yakuba.Papers.LineRole;

namespace Yakuba.Papers.Tests;

/// <summary>Letters: 通知, 照会, 回答, 依頼, 報告.</summary>
internal static class Letters
{
    private const string Office = "八重桜市";

    internal static Paper Notice => new("自主防災訓練の実施について（通知）", PaperKind.Notice,
    [
        PaperLine.Of(DocumentNumber, "八危管第１２３号"),
        PaperLine.Of(Date, "令和８年１１月２４日"),
        PaperLine.Of(Addressee, "各自治会長　様"),
        PaperLine.Of(Sender, "八重桜市長　桜井　一郎") with { Seal = true },
        PaperLine.Of(Subject, "令和８年度自主防災訓練の実施について（通知）"),
        PaperLine.Of(Body, "日頃から、本市の防災行政に御理解と御協力をいただき、厚くお礼申し上げます。"),
        PaperLine.Of(Body, "このことについて、下記のとおり実施しますので、貴会の会員に周知していただくとともに、多数の参加をお願いします。なお、参加する人数は、別紙の参加報告書により、令和８年１２月１８日（金）までに危機管理課へお知らせください。"),
        PaperLine.Of(Ki, "記"),
        PaperLine.Item(2, "日時", 4, "令和９年１月１７日（日）午前９時から正午まで（雨天の場合は、１月２４日（日）に延期します。）"),
        PaperLine.Item(2, "場所", 4, "八重桜市立中央小学校　校庭及び体育館"),
        PaperLine.Item(2, "訓練の内容", 5, ""),
        PaperLine.Item(3, "避難訓練（各地区の一時集合場所から会場まで）"),
        PaperLine.Item(3, "初期消火訓練"),
        PaperLine.Item(4, "水消火器によるもの"),
        PaperLine.Item(4, "バケツリレーによるもの。参加者が二列に並び、水を入れたバケツを手渡しで運びます。動きやすい服装で参加してください。"),
        PaperLine.Item(3, "応急手当訓練"),
        PaperLine.Item(2, "持ち物", 4, "動きやすい服装、軍手、飲み物"),
        PaperLine.Of(End, "以上"),
        PaperLine.Of(Contact, "担当　八重桜市総務部危機管理課防災係"),
        PaperLine.Of(Contact, "電話　0000-00-1234（直通）"),
        PaperLine.Of(Contact, "電子メール　bosai@city.example.jp"),
        PaperLine.Of(Attachment, "別紙"),
        PaperLine.Of(Heading, "令和８年度自主防災訓練参加報告書"),
        new PaperTable([3, 7],
        [
            PaperRow.Of("自治会の名称", "") with { Height = 12 },
            PaperRow.Of("参加する人数", "　　　　　　人") with { Height = 12 },
            PaperRow.Of("連絡先（氏名、電話番号）", "") with { Height = 18 },
        ]),
        PaperLine.Of(Note, "注　参加する人数が変わったときは、訓練の前日までに電話でお知らせください。"),
    ]) { Creator = Office };

    internal static Paper Inquiry => new("放課後児童クラブの運営状況に係る調査について（照会）", PaperKind.Inquiry,
    [
        PaperLine.Of(DocumentNumber, "八こ第４５６号"),
        PaperLine.Of(Date, "令和８年１０月５日"),
        PaperLine.Of(Addressee, "県内各市町村放課後児童健全育成事業担当課長　様"),
        PaperLine.Of(Sender, "八重桜市こども部こども育成課長"),
        PaperLine.Of(SealNote, "（公印省略）"),
        PaperLine.Of(Subject, "放課後児童クラブにおける長期休業期間中の開所時間及び昼食の提供に係る実施状況の調査について（照会）"),
        PaperLine.Of(Body, "本市では、放課後児童クラブの運営の見直しを進めています。ついては、貴市町村の状況を参考としたいので、お忙しいところ恐縮ですが、下記のとおり御回答くださるようお願いします。"),
        PaperLine.Of(Ki, "記"),
        PaperLine.Item(1, "照会事項"),
        PaperLine.Item(2, "長期休業期間中の開所時間"),
        PaperLine.Item(3, "開所する時刻及び閉所する時刻"),
        PaperLine.Item(3, "延長の有無（有の場合は、その時間及び利用料）"),
        PaperLine.Item(2, "昼食の提供の有無"),
        PaperLine.Item(3, "提供している場合"),
        PaperLine.Item(4, "提供の方法"),
        PaperLine.Item(5, "調理を委託する場合"),
        PaperLine.Item(6, "委託先の名称"),
        PaperLine.Item(7, "契約の方法（随意契約の場合は、その理由を併せて記入してください。複数の委託先があるときは、全てについて記入してください。）"),
        PaperLine.Item(7, "契約金額"),
        PaperLine.Item(6, "アレルギーへの対応"),
        PaperLine.Item(5, "弁当を注文する場合"),
        PaperLine.Item(4, "保護者の負担額"),
        PaperLine.Item(3, "提供していない場合は、今後の予定"),
        PaperLine.Item(1, "回答の方法"),
        PaperLine.Of(ItemBody, "別添の様式に記入の上、電子メールで回答してください。該当がない場合も、その旨を回答してください。") with { Level = 1 },
        PaperLine.Item(1, "回答期限"),
        PaperLine.Of(ItemBody, "令和８年１０月３０日（金）") with { Level = 1 },
        PaperLine.Of(End, "以上"),
        PaperLine.Of(Contact, "担当　こども育成課育成係\n電話　0000-00-2345"),
    ]) { Creator = Office };

    internal static Paper Reply => new("空き家対策に係る取組について（回答）", PaperKind.Reply,
    [
        PaperLine.Of(DocumentNumber, "八建第７８号"),
        PaperLine.Of(Date, "令和８年９月１日"),
        PaperLine.Of(Addressee, "若葉町長　様"),
        PaperLine.Of(Sender, "八重桜市長　桜井　一郎") with { Seal = true },
        PaperLine.Of(Subject, "空き家対策に係る取組について（回答）"),
        PaperLine.Of(Body, "令和８年８月１０日付け若建第９９号で照会のあったこのことについて、下記のとおり回答します。"),
        PaperLine.Of(Ki, "記"),
        PaperLine.Item(2, "空き家の戸数（令和８年４月１日現在）"),
        PaperLine.Of(Caption, "表　地区別の戸数") ,
        new PaperTable([4, 3, 3, 3],
        [
            PaperRow.Header("地区", "調査した戸数", "うち空き家", "割合（％）"),
            Row("中央", "４，２１０", "２３１", "５．５"),
            Row("北部", "１，８４４", "２１５", "１１．７"),
            Row("南部", "２，００７", "１６４", "８．２"),
            Row("合計", "８，０６１", "６１０", "７．６"),
        ]),
        PaperLine.Of(Note, "備考　割合は、小数点以下第２位を四捨五入しています。"),
        PaperLine.Item(2, "補助の制度"),
        PaperLine.Item(3, "除却に要する費用の２分の１以内で、５０万円を上限とする補助を行っています。"),
        PaperLine.Item(3, "利用を希望する者との橋渡しを行う空き家バンクを設けています。"),
        PaperLine.Of(End, "以上"),
        PaperLine.Of(Contact, "担当　建設部住宅課　電話　0000-00-3456"),
    ]) { Creator = Office };

    internal static Paper Request => new("生活習慣病予防講座の講師の派遣について（依頼）", PaperKind.Request,
    [
        PaperLine.Of(DocumentNumber, "八健第３１号"),
        PaperLine.Of(Date, "令和８年６月１５日"),
        PaperLine.Of(Addressee, "医療法人みどり会\nみどり病院長　緑川　花子　様"),
        PaperLine.Of(Sender, "八重桜市長　桜井　一郎") with { Seal = true },
        PaperLine.Of(Subject, "生活習慣病予防講座の講師の派遣について（依頼）"),
        PaperLine.Of(Flush, "拝啓　梅雨の候、ますます御清栄のこととお喜び申し上げます。"),
        PaperLine.Of(Body, "さて、本市では、市民の健康づくりのため、標記の講座を開催します。ついては、貴院の管理栄養士の派遣について、御高配を賜りますようお願い申し上げます。"),
        PaperLine.Of(Closing, "敬具"),
        PaperLine.Of(Ki, "記"),
        PaperLine.Item(2, "日時", 4, "令和８年９月１２日（土）午後１時３０分から午後３時まで"),
        PaperLine.Item(2, "会場", 4, "八重桜市保健センター２階　研修室"),
        PaperLine.Item(2, "対象", 4, "市内に住所を有する４０歳以上の者　３０人"),
        PaperLine.Item(2, "演題", 4, "「毎日の食事で減塩」"),
        PaperLine.Item(2, "謝礼", 4, "市の規程により支払います。"),
        PaperLine.Item(2, "その他", 4, "派遣の承諾書を同封しますので、７月１０日（金）までに御返送ください。"),
        PaperLine.Of(End, "以上"),
    ]) { Creator = Office };

    internal static Paper Report => new("令和７年度の苦情及び要望の処理状況について（報告）", PaperKind.Report,
    [
        PaperLine.Of(DocumentNumber, "八広第１２号"),
        PaperLine.Of(Date, "令和８年５月２０日"),
        PaperLine.Of(Addressee, "八重桜市長　様"),
        PaperLine.Of(Sender, "広聴広報課長"),
        PaperLine.Of(Subject, "令和７年度の苦情及び要望の処理状況について（報告）"),
        PaperLine.Of(Body, "このことについて、市民の声の取扱いに関する要綱第９条の規定により、次のとおり報告します。"),
        PaperLine.Item(2, "受け付けた件数　３１２件（前年度比１８件の減）"),
        PaperLine.Item(2, "処理の状況"),
        PaperLine.Item(3, "回答したもの　２９５件"),
        PaperLine.Item(3, "調査しているもの　１２件"),
        PaperLine.Item(3, "匿名であるため回答できなかったもの　５件"),
        PaperLine.Item(2, "主な意見と対応"),
        PaperLine.Of(Bullet, "窓口の待ち時間が長い。→　番号札の発券機を増やし、待ち人数を市のウェブサイトで知らせています。") with { Level = 2 },
        PaperLine.Of(Bullet, "道路の穴が危ない。→　通報のあった日から３日以内に補修しています。") with { Level = 2 },
    ]) { Creator = Office };

    private static PaperRow Row(string name, params string[] values) => new([PaperCell.Of(name), .. values.Select(v => PaperCell.Of(v, CellAlignment.Right))]);
}
