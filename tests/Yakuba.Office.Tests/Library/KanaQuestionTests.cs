using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Library;

/// <summary>A word typed in kana meets the FAQ entry that is about it before a form that only bears it in its title.</summary>
public sealed class KanaQuestionTests
{
    [Theory]
    [InlineData("じゅうみんひょう", "住民票の写しの手数料はいくらですか")]
    [InlineData("いんかんとうろく", "印鑑登録に必要なものは何ですか")]
    [InlineData("じどうてあて", "児童手当はいつ振り込まれますか")]
    public async Task The_entry_comes_before_the_form(string typed, string entry)
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("よくある質問.csv", "質問,回答\n住民票の写しの手数料はいくらですか,1通300円です。\n印鑑登録に必要なものは何ですか,登録する印鑑と本人確認書類です。\n児童手当はいつ振り込まれますか,偶数月の15日です。\n図書館は何時までですか,午後6時までです。\n");
        foreach (var name in new[] { "住民票の写し等・戸籍証明書等請求書", "印鑑登録申請書", "児童手当認定請求書" })
        {
            await town.ImportAsync($"{name}.md", $"# {name}\n\n## 請求する人\n\n氏名　　　　　　　　電話\n\n## 提出先\n\n窓口に提出してください。\n\n## 注意\n\n黒のボールペンで記入してください。\n");
        }

        var found = await town.Town.Get<LibrarySearch>().FindAsync(Principal.Resident, typed, town.Town.Clock.Today(), Standing.InForce, 5, default);
        Assert.Equal(entry, found[0].Question);
    }
}
