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
}
