namespace Yakuba.Evidence.Tests;

public sealed class FactReaderTests
{
    private readonly FactReader _reader = new(Dictionary.Lexicon);

    [Theory]
    [InlineData(FactKind.Amount, "1万円", "10,000円", "一万円", "１００００円", "¥10,000")]
    [InlineData(FactKind.Amount, "30万円以下", "300,000円以下", "三十万円以下")]
    [InlineData(FactKind.Date, "令和6年度", "2024年度", "R6年度")]
    [InlineData(FactKind.Date, "令和6年4月1日", "2024年4月1日", "2024/4/1", "R6.4.1", "令和六年四月一日")]
    [InlineData(FactKind.Date, "令和8年2月27日（必着）", "2026年2月27日必着")]
    [InlineData(FactKind.Time, "午後5時15分", "17:15", "17時15分", "午後５時15分")]
    [InlineData(FactKind.Time, "午前8時半", "8:30", "8時30分")]
    [InlineData(FactKind.Unit, "30％", "30パーセント", "3割", "30%")]
    [InlineData(FactKind.Unit, "5kg", "5㎏", "5キログラム", "五キロ")]
    [InlineData(FactKind.Unit, "65歳以上", "65才以上", "６５歳から")]
    [InlineData(FactKind.Period, "3か月以内", "3ヶ月以内", "3カ月以内", "三箇月以内", "３ヵ月以内")]
    [InlineData(FactKind.Period, "2週間", "二週間")]
    [InlineData(FactKind.Phone, "0000-12-3495", "（0000）12-3495", "０００0－１２－３４９５")]
    [InlineData(FactKind.Reference, "第十二条の二第三項第一号", "第12条の2第3項第1号", "第１２条の２ 第３項 第１号", "12条の2第3項1号")]
    [InlineData(FactKind.Reference, "別表第1", "別表第一")]
    [InlineData(FactKind.Number, "3分の2", "三分の二")]
    public void One_fact_written_in_many_ways_compares_equal(FactKind kind, params string[] written)
    {
        var facts = written.Select(text => Assert.Single(_reader.Read($"{text}です。", Dictionary.Today), fact => fact.Kind == kind)).ToList();

        Assert.All(facts, fact => Assert.True(fact.SameAs(facts[0]), $"{fact.Canonical} {fact.Bound} / {facts[0].Canonical} {facts[0].Bound}"));
    }

    [Theory]
    [InlineData("午前8時30分～午後5時15分", "08:30 AtLeast", "17:15 AtMost")]
    [InlineData("8:30〜17:15", "08:30 AtLeast", "17:15 AtMost")]
    [InlineData("午後1時から5時まで", "13:00 AtLeast", "17:00 AtMost")]
    [InlineData("4月1日から6月30日まで", "--04-01 AtLeast", "--06-30 AtMost")]
    [InlineData("令和6年4月1日から6月30日まで", "2024-04-01 AtLeast", "2024-06-30 AtMost")]
    [InlineData("令和8年12月1日から令和9年1月31日まで", "2026-12-01 AtLeast", "2027-01-31 AtMost")]
    [InlineData("0～5歳", "0歳 AtLeast", "5歳 AtMost")]
    [InlineData("月曜日から金曜日まで", "月曜 AtLeast", "金曜 AtMost")]
    public void A_range_gives_its_two_ends(string text, string first, string last)
    {
        var ends = _reader.Read(text, Dictionary.Today).Where(fact => fact.Kind is FactKind.Date or FactKind.Time or FactKind.Unit).Select(fact => $"{fact.Canonical} {fact.Bound}");

        Assert.Equal([first, last], ends);
    }

    [Theory]
    [InlineData("65歳以上", Bound.AtLeast)]
    [InlineData("65歳以下", Bound.AtMost)]
    [InlineData("65歳未満", Bound.Below)]
    [InlineData("65歳を超える方", Bound.Above)]
    [InlineData("最大65人", Bound.AtMost)]
    [InlineData("約65人", Bound.About)]
    [InlineData("65人です", Bound.Exact)]
    public void A_comparator_is_tied_to_its_number(string text, Bound bound)
    {
        Assert.Equal(bound, Assert.Single(_reader.Read(text, Dictionary.Today), fact => fact.Kind == FactKind.Unit).Bound);
    }

    [Theory]
    [InlineData("申請は不要です", "申請:不要")]
    [InlineData("申請する必要はありません", "申請:不要")]
    [InlineData("申請しなければならない", "申請:必要")]
    [InlineData("申請してください", "申請:必要")]
    [InlineData("申請できません", "申請:できない")]
    [InlineData("申請してはならない", "申請:できない")]
    [InlineData("申請することができる", "申請:できる")]
    [InlineData("申請しません", "申請:しない")]
    public void The_stance_of_a_predicate_is_a_fact(string text, string canonical)
    {
        Assert.Equal(canonical, Assert.Single(_reader.Read(text, Dictionary.Today), fact => fact.Kind == FactKind.Polarity).Canonical);
    }

    [Fact]
    public void A_web_and_a_mail_address_are_read_whole()
    {
        var urls = _reader.Read("町公式サイト https://www.town.sumino.example/a?b=1 、メール info@town.sumino.example へ。", Dictionary.Today).Where(fact => fact.Kind == FactKind.Url).Select(fact => fact.Canonical);

        Assert.Equal(["https://www.town.sumino.example/a?b=1", "info@town.sumino.example"], urls);
    }

    [Fact]
    public void Offsets_are_into_the_text_as_given()
    {
        const string text = "㍻３０年と１０，０００円と㌔";
        var amount = Assert.Single(_reader.Read(text, Dictionary.Today), fact => fact.Kind == FactKind.Amount);

        Assert.Equal("１０，０００円", text.Substring(amount.Start, amount.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("\ud83d")]
    [InlineData("----//..~~()()第第条条の的の1の1の1:")]
    [InlineData("@@@@a@b@@1-2-3-4-5-6-7-8-9-0-1-2-3-4")]
    public void Any_text_is_read(string text) => Assert.All(_reader.Read(text, Dictionary.Today), fact => Assert.InRange(fact.Start + fact.Length, 1, text.Length));

    [Fact]
    public void A_long_text_takes_time_in_proportion()
    {
        const string line = "第12条の2第3項により、令和6年4月1日から6月30日まで、65歳以上の方に1万円を8:30～17:15に0000-12-3495で。「いなほ奨学金」は不要です。\n";
        _reader.Read(string.Concat(Enumerable.Repeat(line, 20)), Dictionary.Today);
        var (small, large) = (Seconds(50), Math.Min(Seconds(800), Seconds(800)));

        Assert.True(large < (small * 16 * 4) + 0.5, $"{small} {large}");

        double Seconds(int lines)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            _reader.Read(string.Concat(Enumerable.Repeat(line, lines)), Dictionary.Today);
            return clock.Elapsed.TotalSeconds;
        }
    }
}
