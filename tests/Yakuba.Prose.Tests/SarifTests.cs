using System.Text.Json;

namespace Yakuba.Prose.Tests;

/// <summary>What the standard asks of a log.</summary>
public sealed class SarifTests
{
    [Fact]
    public void A_log_names_its_version_its_rules_and_each_place_by_line_and_column()
    {
        const string text = "お知らせ\r\n窓口に出して下さい。";
        using var bytes = new MemoryStream();
        SarifLog.Write(bytes, "0.1.0", [new LintedFile("notice.txt", text, Desk.Linter.Check(text))]);
        using var json = JsonDocument.Parse(bytes.ToArray());
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        var ids = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        Assert.Equal(RuleCatalogue.All.Select(r => r.Id), ids);
        var result = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("ruleId").GetString() == "kana-hojo-kudasai");
        Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note" });
        var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((2, 7, 2, 9), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32()));
        Assert.Equal("くださ", result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0].GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Fact]
    public void Lines_are_counted_as_editors_count_them()
    {
        var lines = new LineIndex("一\n二\r\n三\r四");
        Assert.Equal([(1, 1), (2, 1), (3, 1), (4, 1)], new[] { 0, 2, 5, 7 }.Select(lines.Of));
    }
}
