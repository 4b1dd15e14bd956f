using Yakuba.Office.Draft.Compose;
using Yakuba.Office.Draft.Templates;
using Yakuba.Office.Draft.Text;

namespace Yakuba.Office.Tests.Draft;

/// <summary>Templates as data: the fourteen kinds that come with the program, and what is refused.</summary>
public sealed class TemplateTests
{
    private static readonly Dictionary<string, string> s_house = new() { ["団体名"] = "桜木町", ["団体の長"] = "桜木町長", ["団体種"] = "町", ["団体略"] = "桜町", ["課名"] = "税務課", ["課略"] = "税", ["担当者"] = "西" };

    public static TheoryData<string> Kinds => [.. TemplatePack.Shipped.Select(t => t.Key)];

    private static DraftTemplate Notice => TemplatePack.Shipped.Single(t => t.Key == "notice");

    [Fact]
    public void Fourteen_kinds_come_with_the_program() => Assert.Equal(
        ["通知", "照会", "回答", "依頼", "報告", "起案書（伺い）", "告示", "公告", "挨拶文", "広報記事", "議会答弁・想定問答", "復命書", "会議録要旨", "お詫び・お知らせ"], TemplatePack.Shipped.Select(t => t.Name));

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_with_all_its_facts_leaves_no_gap_and_uses_each_of_them(string key)
    {
        var template = TemplatePack.Shipped.Single(t => t.Key == key);
        var facts = template.Slots.ToDictionary(s => s.Name, s => s.Kind switch { SlotKind.Date or SlotKind.Day => "2026-11-29", SlotKind.Amount => "12000", _ => $"あ{s.Name}い" });

        var text = TemplateComposer.Compose(template, facts, s_house).Value;

        Assert.DoesNotContain("〔", text.AllWords);
        Assert.DoesNotContain("{", text.AllWords);
        Assert.Empty(template.Slots.Select(s => s.Name).Except(text.Spans.Where(s => s.Origin == SpanOrigin.Fact).Select(s => s.From)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_without_facts_shows_what_is_missing_and_drops_what_is_optional(string key)
    {
        var template = TemplatePack.Shipped.Single(t => t.Key == key);

        var text = TemplateComposer.Compose(template, new Dictionary<string, string>(), s_house).Value;

        Assert.Equal(
            template.Slots.Where(s => s.Required).Select(s => s.Name).Order(StringComparer.Ordinal),
            text.Spans.Where(s => s.Text.StartsWith('〔')).Select(s => s.From).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(text.Parts.Keys.SelectMany(text.Lines), line => line.TrimEnd() != line);
    }

    [Fact]
    public void Days_and_amounts_are_written_as_documents_write_them()
    {
        Assert.Equal("令和8年11月29日（日曜日）", Written(SlotKind.Day, "2026-11-29"));
        Assert.Equal("令和元年5月1日", Written(SlotKind.Date, "2019-05-01"));
        Assert.Equal("1,250,000円", Written(SlotKind.Amount, "１，２５０，０００円"));
        Assert.Equal("draft-fact-date", FactWords.Write(new TemplateSlot("日", SlotKind.Date), "来月").Problem?.Name);
        Assert.Equal("draft-fact-amount", FactWords.Write(new TemplateSlot("額", SlotKind.Amount), "約一万").Problem?.Name);
        Assert.Equal("draft-fact-line", FactWords.Write(new TemplateSlot("場所", SlotKind.Line), "甲\n乙").Problem?.Name);

        static string Written(SlotKind kind, string typed) => FactWords.Write(new TemplateSlot("名", kind), typed).Value;
    }

    [Fact]
    public void An_addressee_that_was_typed_with_an_honorific_got_a_second_one() => Assert.Equal(
        "自治会長各位\n西町内会長　様",
        TemplateComposer.Compose(Notice, new Dictionary<string, string> { ["宛先"] = "自治会長各位\n西町内会長" }, s_house).Value.Words(PartRole.Addressee));

    [Fact]
    public void Each_of_several_addressees_has_its_honorific_also_after_the_fact_was_changed()
    {
        var facts = new Dictionary<string, string> { ["宛先"] = "東町内会長\n西町内会長" };
        var text = TemplateComposer.Compose(Notice, facts, s_house).Value;
        Assert.Equal("東町内会長　様\n西町内会長　様", text.Words(PartRole.Addressee));

        facts["宛先"] = "東町内会長\n北町内会長\n南町内会長";
        Assert.Equal("東町内会長　様\n北町内会長　様\n南町内会長　様", TemplateComposer.Refill(text, Notice, new Dictionary<string, string> { ["宛先"] = "東町内会長\n西町内会長" }, facts, s_house).Value.Words(PartRole.Addressee));
    }

    [Fact]
    public void A_fact_that_is_filled_in_later_stands_wherever_the_text_names_it()
    {
        var text = TemplateComposer.Compose(Notice, new Dictionary<string, string>(), s_house).Value;
        Assert.Equal("〔事業名〕について（通知）", text.Words(PartRole.Subject));
        Assert.Equal("秋の清掃について（通知）", TemplateComposer.Refill(text, Notice, new Dictionary<string, string>(), new Dictionary<string, string> { ["事業名"] = "秋の清掃" }, s_house).Value.Words(PartRole.Subject));
    }

    [Fact]
    public void An_optional_fact_that_is_filled_in_later_stands_in_the_text_and_one_that_is_emptied_is_gone()
    {
        var none = new Dictionary<string, string> { ["日にち"] = "2026-11-29", ["持ち物"] = "軍手" };
        var filled = new Dictionary<string, string>(none) { ["場所"] = "中央公園" };
        var text = TemplateComposer.Compose(Notice, none, s_house).Value;
        Assert.Equal(["日時　令和8年11月29日（日曜日）", "持ち物　軍手"], text.Lines(PartRole.Items));

        var later = TemplateComposer.Refill(text, Notice, none, filled, s_house).Value;
        Assert.Equal(["日時　令和8年11月29日（日曜日）", "場所　中央公園", "持ち物　軍手"], later.Lines(PartRole.Items));
        Assert.Equal(text.Spans, TemplateComposer.Refill(later, Notice, filled, none, s_house).Value.Spans);
        Assert.Equal(["日時　令和8年11月29日（日曜日）"], TemplateComposer.Refill(text, Notice, none, new Dictionary<string, string> { ["日にち"] = "2026-11-29" }, s_house).Value.Lines(PartRole.Items));
    }

    [Fact]
    public void A_line_that_people_worded_keeps_their_words_when_its_fact_changes()
    {
        var was = new Dictionary<string, string> { ["場所"] = "中央公園", ["事業名"] = "秋の清掃" };
        var text = TemplateComposer.Compose(Notice, was, s_house).Value;
        text = text.With(PartRole.Items, OriginCarrier.Carry(text[PartRole.Items], "場所　中央公園（雨のときは公民館）"));

        var now = TemplateComposer.Refill(text, Notice, was, new Dictionary<string, string> { ["場所"] = "北公園", ["事業名"] = "秋の清掃" }, s_house).Value;

        Assert.Equal("場所　北公園（雨のときは公民館）", now.Words(PartRole.Items));
    }

    [Fact]
    public void An_addressee_that_was_taken_out_stays_out_when_another_fact_changes()
    {
        var was = new Dictionary<string, string> { ["宛先"] = "東町内会長\n西町内会長" };
        var text = TemplateComposer.Compose(Notice, was, s_house).Value;
        text = text.With(PartRole.Addressee, OriginCarrier.Carry(text[PartRole.Addressee], "東町内会長　様"));

        var now = TemplateComposer.Refill(text, Notice, was, new Dictionary<string, string>(was) { ["場所"] = "北公園" }, s_house).Value;

        Assert.Equal("東町内会長　様", now.Words(PartRole.Addressee));
    }

    [Theory]
    [InlineData("{\"format\":\"yakuba-draft-templates/1\",\"templates\":[null]}", "draft-pack-form")]
    [InlineData("{\"format\":\"yakuba-draft-templates/1\",\"templates\":[{\"key\":\"a\",\"name\":\"甲\",\"slots\":[null]}]}", "draft-pack-form")]
    [InlineData("{\"format\":\"yakuba-draft-templates/1\",\"templates\":[{\"key\":\"a\",\"name\":\"甲\",\"body\":[null]}]}", "draft-pack-form")]
    [InlineData("{\"format\":\"yakuba-draft-templates/1\",\"templates\":[{\"key\":\"a\",\"name\":\"甲\",\"form\":99}]}", "draft-template-value")]
    [InlineData("{\"format\":\"yakuba-draft-templates/1\",\"templates\":[{\"key\":\"a\",\"name\":\"甲\",\"slots\":[{\"name\":\"乙\",\"kind\":99}]}]}", "draft-template-value")]
    [InlineData("{\"format\":\"yakuba-draft-templates/1\",\"templates\":[{\"key\":\"a\",\"name\":\"甲\",\"body\":[\"丙\\u0000\"]}]}", "draft-template-value")]
    public void A_pack_with_nothing_where_something_belongs_is_refused(string json, string problem) => Assert.Equal(problem, TemplatePack.Read(json).Problem?.Name);

    [Fact]
    public void A_title_ends_before_a_letter_that_does_not_fit_whole() => Assert.Equal(new string('あ', 199), DraftWords.Cut(new string('あ', 199) + "𠮷", 200));

    [Fact]
    public void A_pack_comes_back_as_it_was_written() =>
        Assert.Equal(TemplatePack.Write(TemplatePack.Shipped), TemplatePack.Write(TemplatePack.Read(TemplatePack.Write(TemplatePack.Shipped)).Value.Templates));

    [Theory]
    [InlineData("\"subject\": \"{事業名}について（通知）\"", "\"subject\": \"{事業の名}について（通知）\"", "draft-template-unknown-field", "件名の{事業の名}")]
    [InlineData("\"subject\": \"{事業名}について（通知）\"", "\"subject\": \"事業名}について\"", "draft-template-unknown-field", "件名")]
    [InlineData("\"honorific\"", "\"honourific\"", "draft-pack-form", "")]
    [InlineData("\"kind\": \"day\"", "\"kind\": \"week\"", "draft-pack-form", "kind")]
    [InlineData("第{番号}号", "号", "draft-number-pattern", "")]
    [InlineData("yakuba-draft-templates/1", "yakuba-draft-templates/2", "draft-pack-form", "/2")]
    [InlineData("\"key\": \"inquiry\"", "\"key\": \"notice\"", "draft-pack-form", "notice")]
    [InlineData("\"key\": \"inquiry\"", "\"key\": \"../x\"", "draft-template-name", "")]
    [InlineData("\"name\": \"時間\"", "\"name\": \"場所\"", "draft-template-slot-twice", "場所")]
    [InlineData("\"body\": [", "\"body\": null, \"use2\": [", "draft-pack-form", "")]
    [InlineData("\"templates\": [", "\"templates\": ", "draft-pack-form", "")]
    public void A_pack_that_cannot_be_worked_with_is_refused_by_name(string was, string now, string problem, string detail)
    {
        var found = TemplatePack.Read(First(TemplatePack.Write(TemplatePack.Shipped), was, now)).Problem;
        Assert.Equal(problem, found?.Name);
        Assert.Contains(detail, found!.Detail);
    }

    private static string First(string text, string was, string now)
    {
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, was);
        return text.Remove(at, was.Length).Insert(at, now);
    }
}
