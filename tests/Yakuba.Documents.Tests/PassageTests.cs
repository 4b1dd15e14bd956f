using static Yakuba.Documents.Tests.OfficeFiles;

namespace Yakuba.Documents.Tests;

public sealed class PassageTests
{
    [Fact]
    public void A_heading_with_nothing_under_it_is_a_passage()
    {
        var read = Reading.Of("案内.md", "# 窓口案内\n\n## 一階\n\n住民課です。\n\n## 二階は閉鎖中です\n\n## 三階\n\n議場です。\n");

        var passages = PassageCutter.Cut(read.Document);

        Assert.Equal(["住民課です。", "二階は閉鎖中です", "議場です。"], passages.Select(p => p.Text));
        Assert.Empty(passages[1].HeadingPath);
    }

    [Fact]
    public void Bare_headings_beside_each_other_share_a_passage()
    {
        var read = Reading.Of("案内.md", "# 庁舎案内\n\n## 一階 住民課\n\n## 二階 税務課\n\n### 窓口\n\n十番です。\n\n## 三階 議場\n");

        Assert.Equal(["一階 住民課", "十番です。", "三階 議場"], PassageCutter.Cut(read.Document).Select(p => p.Text));
        Assert.Equal("乙\n丙", Assert.Single(PassageCutter.Cut(Reading.Of("a.md", "# 甲\n\n# 乙\n\n# 丙\n").Document)).Text);
    }

    [Fact]
    public void A_lone_cell_far_out_on_a_sheet_is_found()
    {
        var far = "<sheetData><row r=\"900000\"><c r=\"XFA900000\" t=\"inlineStr\"><is><t>遠い欄の記載</t></is></c></row></sheetData>";

        var read = Reading.Of("台帳.xlsx", Excel("0", ("表", "visible", far)));

        Assert.Equal("遠い欄の記載", Assert.Single(PassageCutter.Cut(read.Document)).Text);
    }
}
