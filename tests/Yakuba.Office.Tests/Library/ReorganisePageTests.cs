using System.Net;
using System.Text.RegularExpressions;
using Yakuba.Testing;

namespace Yakuba.Office.Tests.Library;

/// <summary>The pages of 機構改革, without scripts: form, plan, act, undo.</summary>
public sealed partial class ReorganisePageTests
{
    [Fact]
    public async Task A_plan_is_shown_then_done_and_taken_back_from_the_list()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("減免.txt", "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        using var admin = await OpenAsync(town);
        (string, string)[] merger = [("kind", "merge"), ("from", "040"), ("into", ""), ("new-code", "050"), ("name", "市民税務課"), ("day", "2026-11-21")];

        var plan = await TextAsync(await admin.PostAsync("/reorganise/plan", merger));
        Assert.Contains("統合: 税務課を「市民税務課」に", plan);
        Assert.Contains("1件", plan);
        Assert.Contains("2人", plan);
        var done = await admin.PostAsync("/reorganise", [.. merger, ("plan", Plan().Match(plan).Groups[1].Value)]);
        Assert.Equal("/reorganise?done=done", done.Headers.Location?.ToString());
        var list = await admin.Http.GetStringAsync("/reorganise?done=done");
        Assert.Contains("機構改革を行いました", list);
        Assert.Contains("文書 1件、職員 2人", list);
        Assert.Contains("引継ぎ先 市民税務課", await admin.Http.GetStringAsync("/sections"));

        var undone = await admin.PostAsync("/reorganise/1/undo");
        Assert.Equal("/reorganise?done=undone", undone.Headers.Location?.ToString());
        Assert.Contains("取消しまたは取りやめが済んでいます", await TextAsync(await admin.PostAsync("/reorganise/1/undo")));
    }

    [Fact]
    public async Task What_was_refused_comes_back_as_it_was_typed()
    {
        await using var town = await LibraryTown.OpenAsync();
        await town.ImportAsync("減免.txt", "減免の手引き\n\n減免の申請は窓口で受け付ける。");
        using var admin = await OpenAsync(town);

        var taken = await admin.PostAsync("/reorganise/plan", [("kind", "rename"), ("from", "040"), ("name", "福祉課"), ("kana", "ふくしか"), ("day", "2027-04-01")]);
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        var page = await TextAsync(taken);
        Assert.Contains("その名前の課がすでにあります", page);
        Assert.Contains("value=\"ふくしか\"", page);
        Assert.Contains("value=\"2027-04-01\"", page);

        var split = await TextAsync(await admin.PostAsync("/reorganise/plan", [("kind", "split"), ("from", "040"), ("new-code", "045"), ("name", ""), ("day", "2026-11-21"), ("document", "1"), ("person", "nishi")]));
        Assert.Contains("その名前の所属はありません", split); // a code without a name means a section that is there
        Assert.Contains("税務課を分ける", split);
        Assert.Matches("name=\"document\" value=\"1\" checked", split);
        Assert.Matches("name=\"person\" value=\"nishi\" checked", split);
        Assert.Contains("日付を読み取れません", await TextAsync(await admin.PostAsync("/reorganise/plan", [("kind", "close"), ("from", "040"), ("day", "来月")])));
        Assert.Contains("対象の課を選んでください", await TextAsync(await admin.Http.GetAsync("/reorganise/split?section=999")));
    }

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"plan\" value=\"([^\"]+)\"")]
    private static partial Regex Plan();

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static async Task<Admin> OpenAsync(LibraryTown town)
    {
        var http = await town.BrowserAsync("admin");
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        return new Admin(http, FormToken().Match(await http.GetStringAsync("/reorganise")).Groups[1].Value);
    }

    private sealed record Admin(HttpClient Http, string Token) : IDisposable
    {
        internal Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
            Http.PostAsync(path, new FormUrlEncodedContent([new("form-token", Token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

        public void Dispose() => Http.Dispose();
    }
}
