using System.Text;
using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

/// <summary>Mails as Japanese mail programs write them.</summary>
public sealed class MailTests
{
    private const string From = "From: =?UTF-8?B?5r6E6YeO55S6?= <soumu@town.example>\nTo: kumicho@example.jp\nDate: Fri, 20 Nov 2026 00:15:00 +0000 (UTC)\nMIME-Version: 1.0\n";

    [Fact]
    public void A_mail_says_who_wrote_to_whom_and_when_before_its_text()
    {
        var read = Mail("Subject: =?UTF-8?Q?=E5=9B=9E=E8=A6=A7_=E6=9D=BF?=\nContent-Type: text/plain; charset=utf-8\n\n来月の回覧です。\n");

        Assert.Equal("回覧 板", read.Document.Title);
        Assert.Equal(["差出人: 澄野町 <soumu@town.example>", "宛先: kumicho@example.jp", "日時: 2026年11月20日9時15分", "来月の回覧です。"], Texts(read));
        Assert.Equal(DocumentKind.Mail, read.Document.Kind);
    }

    public static TheoryData<string, string> Subjects => new()
    {
        { "=?ISO-2022-JP?B?GyRCPTtMMUk8JE48TCQ3GyhC?=", "住民票の写し" },
        { "=?iso-2022-jp?B?GyRCPTtMMRsoQg==?=\n =?iso-2022-jp?B?GyRCSTwkTjxMJDcbKEI=?=", "住民票の写し" },
        { "=?Shift_JIS?B?j1qWr5VbgsyOyoK1?=", "住民票の写し" },
        { "=?UTF-8?B?5L2P5rCR56Wo44Gu5YaZ44GX?=", "住民票の写し" },
        { "=?UTF-8?B?5L2P5rCR56Wo44E=?=\r\n\t=?UTF-8?B?ruWGmeOBlw==?=", "住民票の写し" }, // cut within a character
        { "Re: =?UTF-8?B?5L2P5rCR56Wo?= (3)", "Re: 住民票 (3)" },
        { "plain =?x-none?B?AAAA?= words", "plain words" },
    };

    [Theory, MemberData(nameof(Subjects))]
    public void A_subject_is_read_as_it_was_typed(string header, string subject) =>
        Assert.Equal(subject, Mail($"Subject: {header}\n\n本文\n").Document.Title.Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void Half_width_kana_and_vendor_characters_in_iso_2022_jp_are_kept()
    {
        byte[] body = [.. "\u001b$B-!-j|b\u001b(B\u001b(I\u0036\u0045\u001b(B."u8];

        var read = Reading.Of("a.eml", [.. Encoding.UTF8.GetBytes(From + "Subject: x\nContent-Type: text/plain; charset=\"ISO-2022-JP\"\n\n"), .. body]);

        Assert.Equal("①㈱髙ｶﾅ.", Texts(read)[^1]);
        Assert.Equal("iso-2022-jp", read.Report.Charset);
        Assert.Equal(0, read.Report.ReplacementCharacters);
    }

    [Fact]
    public void Plain_text_is_read_rather_than_html_and_html_where_there_is_no_other()
    {
        const string Html = "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p style=3D\"display:none\">=E7=A7=98=E5=AF=86</p><h1>=E5=8F=B0=E9=A2=A8=E6=8E=A5=\n=E8=BF=91</h1><p>=E9=81=BF=E9=9B=A3</p>\n--b--\n";
        var both = Mail("Subject: x\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n台風接近、避難。\n" + Html);
        var lone = Mail("Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n \n" + Html);

        Assert.Equal("台風接近、避難。", Texts(both)[^1]);
        Assert.Contains(both.Report.Skipped, s => s.What.StartsWith("本文の別の形", StringComparison.Ordinal));
        Assert.Equal(["台風接近", "避難"], Texts(lone)[^2..]);
        Assert.Equal("秘密", Assert.Single(lone.Report.Hidden).Sample);
    }

    [Fact]
    public void Lines_that_a_program_wrapped_are_one_paragraph()
    {
        var read = Mail("Subject: x\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n町内の側溝の清掃を \n行います。\n> 前の \n> 問い\n-- \n総務課\n");

        Assert.Equal(["町内の側溝の清掃を行います。", "> 前の問い", "--", "総務課"], Texts(read)[^4..]);
    }

    [Fact]
    public void Attached_files_follow_under_their_names_and_what_cannot_be_read_is_named()
    {
        var table = Convert.ToBase64String(Excel("0", ("名簿", "visible", Rows(["氏名", "電話"], ["山田", "0555-00-0001"]))));
        var read = Mail("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n送ります。\n"
            + "--b\nContent-Type: application/octet-stream; name=\"=?UTF-8?B?5ZCN57C/Lnhsc3g=?=\"\nContent-Disposition: attachment; filename*0*=UTF-8''%E5%90%8D; filename*1*=%E7%B0%BF.xlsx\nContent-Transfer-Encoding: base64\n\n" + table + "\n"
            + "--b\nContent-Type: image/png; name=chizu.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
            + "--b\nContent-Type: application/x-js-taro; name=kian.jtd\nContent-Disposition: attachment; filename=\"../../kian.jtd\"\nContent-Transfer-Encoding: base64\n\n0M8R4KGxGuE=\n--b--\n");

        Assert.Equal(["送ります。", "添付: 名簿.xlsx", "名簿", "氏名: 山田、電話: 0555-00-0001"], Texts(read)[^4..]);
        Assert.Equal("attachment:1/cell:名簿!A2:B2", read.Document.Blocks[^1].At.ToKey());
        Assert.Equal("1番目の添付ファイルのシート「名簿」A2:B2", read.Document.Blocks[^1].At.ToLabel());
        Assert.Contains(read.Report.Lines, l => l.Contains("chizu.png", StringComparison.Ordinal) && l.Contains("画像", StringComparison.Ordinal));
        Assert.Contains(read.Report.Lines, l => l.Contains("添付「kian.jtd」", StringComparison.Ordinal) && l.Contains("一太郎", StringComparison.Ordinal));
        Assert.Contains(PassageCutter.Cut(read.Document), p => p.HeadingPath.Contains("添付: 名簿.xlsx") && p.Text.Contains("山田", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_within_a_mail_is_read_and_the_three_hundredth_is_not()
    {
        string Nested(int depth) => depth == 0 ? "Subject: 一番奥\n\n奥の文です。\n" : $"Subject: 転送{depth}\nContent-Type: message/rfc822\n\n{Nested(depth - 1)}";

        var two = Mail("X: y\n" + Nested(2));
        var many = Mail("X: y\n" + Nested(300));

        Assert.Equal(["添付されたメール", "件名: 転送1", "添付されたメール", "件名: 一番奥", "奥の文です。"], Texts(two)[^5..]);
        Assert.DoesNotContain(Texts(many), t => t == "奥の文です。");
        Assert.Contains(many.Report.Lines, l => l.Contains("入れ子が深すぎる", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_cut_short_is_read_and_said_to_be_cut()
    {
        var read = Mail("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n途中まで。\n");

        Assert.Equal("途中まで。", Texts(read)[^1]);
        Assert.Contains(read.Report.Lines, l => l.Contains("途中で切れている", StringComparison.Ordinal));
    }

    [Fact]
    public void A_saved_page_attached_to_a_mail_had_places_that_nobody_could_open()
    {
        const string Page = "From: <saved>\nSubject: 窓口\nContent-Type: multipart/related; boundary=i\n\n--i\nContent-Type: text/html; charset=utf-8\n\n<p>窓口は九時からです。</p>\n"
            + "--i\nContent-Type: text/plain; charset=utf-8; name=memo.txt\nContent-Disposition: attachment; filename=memo.txt\n\n持ち物は印鑑です。\n--i--\n";
        var read = Mail("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nsee\n--b\nContent-Type: application/octet-stream; name=\"page.MHT\"\n\n" + Page + "--b--\n");

        Assert.Equal("窓口は九時からです。", Texts(read)[^3]);
        Assert.Equal(["添付: memo.txt", "持ち物は印鑑です。"], Texts(read)[^2..]);
        Assert.All(read.Document.Blocks, b => Assert.Equal(b.At, Locator.Parse(b.At.ToKey())));
    }

    [Fact]
    public void The_style_sheets_of_a_saved_page_were_read_as_its_text()
    {
        var read = Reading.Of("a.mht", "From: <saved>\nSubject: x\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>窓口は九時からです。</p>\n"
            + "--b\nContent-Type: text/css\nContent-Location: a.css\n\n.a { color: red }\n--b\nContent-Type: text/xml\n\n<r>要らない</r>\n--b--\n");

        Assert.Equal("窓口は九時からです。", Texts(read)[^1]);
        Assert.Contains(read.Report.Skipped, s => s.Why.Contains("text-css", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_within_the_richer_form_of_a_text_was_lost()
    {
        var read = Mail("Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n名簿を送ります。\n--b\nContent-Type: multipart/mixed; boundary=i\n\n"
            + "--i\nContent-Type: text/html; charset=utf-8\n\n<p>名簿を送ります。</p>\n--i\nContent-Type: text/csv; charset=utf-8; name=meibo.csv\nContent-Disposition: inline; filename=meibo.csv\n\n氏名,電話\n山田,0555\n--i--\n--b--\n");

        Assert.Equal(["名簿を送ります。", "添付: meibo.csv", "氏名: 山田、電話: 0555"], Texts(read)[^3..]);
        Assert.DoesNotContain(read.Report.Skipped, s => s.What.StartsWith("本文の別の形", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_of_a_table_in_a_mail_stood_at_a_place_of_another_text()
    {
        var row = Assert.IsType<TableRowBlock>(Mail("Subject: x\nContent-Type: text/html; charset=utf-8\n\n<table><tr><th>品目</th><th>曜日</th></tr><tr><td>びん</td><td>月曜</td></tr></table>\n").Document.Blocks[^1]);

        Assert.Equal("block:4", row.At.ToKey());
        Assert.All(row.Cells, c => Assert.Equal(row.At, c.At));
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=utf-7")]
    [InlineData("Date: 31 Dec 9999 23:00 +0000")]
    public void One_header_that_the_runtime_refuses_ended_the_reading(string header) =>
        Assert.Equal("see you", Texts(Reading.Of("a.eml", $"Subject: x\n{header}\n\nsee you\n"))[^1]);

    [Theory]
    [InlineData("application/x-data; name=a.bin\nContent-Transfer-Encoding: x-uuencode", "符号化方式「x-uuencode」には対応していません")]
    [InlineData("text/plain\nContent-Transfer-Encoding: x-uuencode", "符号化方式「x-uuencode」には対応していません")]
    [InlineData("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "電子署名と一体の形式です。メールソフトで開き、本文と添付ファイルを保存して取り込んでください")]
    [InlineData("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "暗号化されています")]
    public void A_part_that_is_not_read_is_named_with_the_reason(string part, string why)
    {
        var read = Mail($"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nsee\n--b\nContent-Type: {part}\n\nabc\n--b--\n");

        Assert.Contains(why, Assert.Single(read.Report.Skipped).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_old_word_that_holds_a_mail_was_named_a_mail()
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("WordDocument\0"), .. Encoding.Unicode.GetBytes("__properties_version1.0\0")];

        Assert.Equal("document-legacy-office", Reading.Refused("通知.doc", file).Name);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 10_000)), "document-too-many-parts" },
        { "Subject: " + new string('x', 3_000_000), "document-damaged" },
        { "これはメールではありません。", "document-damaged" },
        { "Subject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", "document-encrypted" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void A_mail_that_no_program_writes_is_refused_by_name(string mail, string name) =>
        Assert.Equal(name, Reading.Refused("a.eml", Encoding.UTF8.GetBytes(mail)).Name);

    [Fact]
    public void A_mail_of_outlook_is_named_with_what_to_do()
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("__properties_version1.0\0"), .. Encoding.Unicode.GetBytes("Workbook\0")];

        Assert.Equal("document-outlook-message", Reading.Refused("通知.msg", file).Name);
        Assert.Equal("document-outlook-message", Reading.Refused("通知.dat", file).Name);
    }

    private static ReadDocument Mail(string rest) => Reading.Of("a.eml", From + rest);

    private static List<string> Texts(ReadDocument read) => [.. read.Document.Blocks.Select(b => b.Text)];
}
