using FsCheck;
using FsCheck.Fluent;

namespace Yakuba.Privacy.Tests;

/// <summary>Tokens stand for the data and give it back.</summary>
public sealed class MaskingTests
{
    private readonly MaskingSession _session = new();

    [Fact]
    public void Masked_and_restored_any_text_is_what_it_was() => Prop.ForAll(AnyStringTests.Texts, text =>
    {
        var session = new MaskingSession();
        Assert.Equal(text, session.Restore(session.Mask(text, Dictionary.Reader.Read(text))), StringComparer.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void The_same_person_has_the_same_token_in_a_session()
    {
        Assert.Equal("申請者は〔氏名1〕、電話は〔電話番号1〕です。", Mask("申請者は佐々木健、電話は090-0111-2222です。"));
        Assert.Equal("〔氏名2〕さんと〔氏名1〕さん", Mask("野口 翔太さんと佐々木健さん"));
        Assert.Equal("申請者は〔氏名1〕\r\n以上", Mask("申請者は佐々木健\r\n以上"));
    }

    [Fact]
    public void An_answer_that_speaks_of_a_token_is_restored()
    {
        Mask("申請者は佐々木健です。");
        Assert.Equal("佐々木健様に連絡します。〔氏名9〕は知りません。", _session.Restore("〔氏名1〕様に連絡します。〔氏名9〕は知りません。"));
    }

    [Fact]
    public void A_token_written_in_the_text_itself_does_not_become_a_person()
    {
        const string text = "申請者は佐々木健です。〔氏名1〕と〔印〕は様式の文字です。";
        var masked = Mask(text);
        Assert.Equal("申請者は〔氏名1〕です。〔印〕氏名1〕と〔印〕印〕は様式の文字です。", masked);
        Assert.Equal(text, _session.Restore(masked));
    }

    [Fact]
    public void A_token_in_full_width_digits_is_restored_and_one_without_a_person_is_noticed()
    {
        Mask("申請者は佐々木健です。");
        Assert.Equal("佐々木健様です。", _session.Restore("〔氏名１〕様です。"));
        Assert.True(MaskingSession.HasToken(_session.Restore("〔氏名2〕様です。")));
        Assert.False(MaskingSession.HasToken(_session.Restore("〔氏名1〕様の〔別記〕と〔第1号〕です。")));
    }

    [Fact]
    public void No_datum_is_left_in_the_masked_text()
    {
        var masked = Mask("氏名 佐々木健 個人番号 2626 2626 2621 住所 東京都千代田区例示町4-5-6");
        Assert.DoesNotContain("佐々木", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("2626", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("例示町", masked, StringComparison.Ordinal);
    }

    private string Mask(string text) => _session.Mask(text, Dictionary.Reader.Read(text));
}
