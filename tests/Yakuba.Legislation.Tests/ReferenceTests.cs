using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>What the words of a text refer to.</summary>
public sealed class ReferenceTests
{
    private const string Text = """
        八重桜市駐輪場条例
        第1条　地方自治法（昭和22年法律第67号）第244条第1項及び第2項の規定に基づき、定める。
        第2条　前条及び次条第2項の規定は、第5条第1項第2号イ又はロの場合に準用する。
        2　前項の規定は、同条第三項に適用しない。
        3　この条例第4条及び八重桜市情報公開条例第3条の規定による。
        第3条　第2項の申請は、別表第1による。
        2　前二条の規定は、法第9条の場合において「第99条」とあるのは「第98条」と読み替える。
        第4条　削除
        第5条　次に掲げる。
        (1)　あ
        (2)　前号のほか、次に掲げるもの
        ア　い
        2　前項第1号から第3号までの規定は、第9条に準用する。
        3　附則第2項の規定
        附　則
        1　この条例は、公布の日から施行する。
        2　前項の規定にかかわらず、第3条の規定は、附則第4項の日から施行する。
        別表第1（第3条関係）
        表
        """;

    [Theory]
    [InlineData("第1条第1項", "第244条第1項", ReferenceState.Elsewhere, "第244条第1項")]
    [InlineData("第1条第1項", "第2項", ReferenceState.Elsewhere, "第244条第2項")]
    [InlineData("第2条第1項", "前条", ReferenceState.Found, "第1条")]
    [InlineData("第2条第1項", "次条第2項", ReferenceState.Found, "第3条第2項")]
    [InlineData("第2条第1項", "第5条第1項第2号イ", ReferenceState.Missing, "第5条第1項第2号イ")]
    [InlineData("第2条第2項", "前項", ReferenceState.Found, "第2条第1項")]
    [InlineData("第2条第3項", "第4条", ReferenceState.Deleted, "第4条")]
    [InlineData("第2条第3項", "第3条", ReferenceState.Elsewhere, "第3条")]
    [InlineData("第3条第1項", "第2項", ReferenceState.Found, "第3条第2項")]
    [InlineData("第3条第1項", "別表第1", ReferenceState.Found, "別表第1")]
    [InlineData("第3条第2項", "前二条", ReferenceState.Found, "第1条 第2条")]
    [InlineData("第3条第2項", "第9条", ReferenceState.Elsewhere, "第9条")]
    [InlineData("第5条第1項第2号", "前号", ReferenceState.Found, "第5条第1項第1号")]
    [InlineData("第5条第2項", "前項第1号", ReferenceState.Found, "第5条第1項第1号")]
    [InlineData("第5条第2項", "第3号", ReferenceState.Missing, "第5条第1項第3号")]
    [InlineData("第5条第2項", "第9条", ReferenceState.Missing, "第9条")]
    [InlineData("第5条第3項", "附則第2項", ReferenceState.Found, "附則第2項")]
    [InlineData("附則第2項", "前項", ReferenceState.Found, "附則第1項")]
    [InlineData("附則第2項", "第3条", ReferenceState.Found, "第3条")]
    [InlineData("附則第2項", "附則第4項", ReferenceState.Missing, "附則第4項")]
    public void A_reference_leads_where_a_drafter_means(string from, string words, ReferenceState state, string targets)
    {
        var found = EnactmentReferences.Of(new EnactmentIndex(EnactmentParser.Parse(Text).Enactment)).Single(r => r.From.ToString() == from && r.Text == words);

        Assert.Equal(state, found.State);
        Assert.Equal(targets, string.Join(' ', found.Targets));
    }

    [Theory]
    [InlineData("第100000条の規定")]
    [InlineData("第〇項、第9999999号、前9999999条、第0条")]
    [InlineData("附則第九九九九九九項、別表第九九九九九九、第九九九九九九章")]
    public void A_number_beyond_all_bounds_leads_nowhere(string words) =>
        Assert.DoesNotContain(ReferencesOf("件名\n第1条　" + words), r => r.State == ReferenceState.Found);

    [Theory]
    [InlineData("第1条第1号ウ", "第1条第1号ウ")]
    [InlineData("第1条第1号イ(2)", "第1条第1号イ(2)")]
    public void Divisions_of_an_item_are_followed(string words, string target)
    {
        var found = ReferencesOf($"件名\n第1条　次に掲げる。\n(1)　あ\nア　い\nイ　う\n(1)　え\n(2)　お\nウ　か\n第2条　{words}の者").Single();

        Assert.Equal((ReferenceState.Found, target), (found.State, string.Concat(found.Targets)));
    }

    private static System.Collections.Immutable.ImmutableArray<Reference> ReferencesOf(string text) => EnactmentReferences.Of(new EnactmentIndex(EnactmentParser.Parse(text).Enactment));

    [Fact]
    public void Words_inside_a_quotation_are_no_references() =>
        Assert.DoesNotContain(EnactmentReferences.Of(new EnactmentIndex(EnactmentParser.Parse(Text).Enactment)), r => r.Text is "第99条" or "第98条");
}
