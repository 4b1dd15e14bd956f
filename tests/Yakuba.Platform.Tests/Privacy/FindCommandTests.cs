using System.CommandLine;
using System.Text.Json;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Privacy;

namespace Yakuba.Platform.Tests.Privacy;

/// <summary><c>yakuba pii</c>, as typed.</summary>
public sealed class FindCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yakuba-test-").FullName;
    private readonly StringWriter _results = new();
    private readonly StringWriter _remarks = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_lines_becomes_places_in_utf_16()
    {
        var file = Write("a.jsonl", """{"id":"1","text":"𠮷田 翔太様、電話090-0111-2222"}""" + "\n" + """{"id":"2","text":"会議は4月1日です。"}""" + "\n");
        var target = Path.Combine(_folder, "out.jsonl");

        Assert.Equal(0, Run("pii", file, "--out", target));

        var lines = File.ReadAllLines(target).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal("""[{"start":0,"end":6,"type":"NAME"},{"start":10,"end":23,"type":"PHONE"}]""", lines[0].GetProperty("spans").GetRawText());
        Assert.Equal("2", lines[1].GetProperty("id").GetString());
        Assert.Equal(0, lines[1].GetProperty("spans").GetArrayLength());
    }

    [Fact]
    public void A_text_is_told_line_by_line()
    {
        Assert.Equal(0, Run("pii", Write("a.txt", "受付メモ\n申請者は佐々木健です。\n")));
        Assert.Contains("2行目 氏名: 佐々木健", _results.ToString(), StringComparison.Ordinal);
        Assert.Contains("1件の個人情報を見つけました。", _results.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_printed_with_tokens_in_place_of_people()
    {
        Assert.Equal(0, Run("pii", Write("a.txt", "申請者は佐々木健です。"), "--mask"));
        Assert.Equal("申請者は〔氏名1〕です。", _results.ToString().Trim());
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\"}", "2行目")]
    [InlineData("not json", "1行目")]
    [InlineData("{\"id\":\"1\",\"text\":\"\\ud800\"}", "1行目")]
    [InlineData("{\"id\":\"1\",\"text\":null}", "1行目")]
    public void A_line_that_is_none_is_named_and_nothing_is_written(string content, string where)
    {
        var target = Path.Combine(_folder, "out.jsonl");

        Assert.Equal(2, Run("pii", Write("a.jsonl", content), "--out", target));

        Assert.Contains("privacy-line", _remarks.ToString(), StringComparison.Ordinal);
        Assert.Contains(where, _remarks.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void A_missing_file_bytes_that_are_no_text_and_a_missing_folder_are_refused()
    {
        Assert.Equal(2, Run("pii", Path.Combine(_folder, "none.txt")));
        var broken = Path.Combine(_folder, "b.txt");
        File.WriteAllBytes(broken, [0x82, 0xa0, 0xff]);
        Assert.Equal(2, Run("pii", broken));
        Assert.Equal(2, _remarks.ToString().Split("privacy-cannot-read").Length - 1);
        Assert.Equal(2, Run("pii", Write("a.jsonl", """{"id":"1","text":"a"}"""), "--out", Path.Combine(_folder, "none", "out.jsonl")));
        Assert.Contains("privacy-cannot-write", _remarks.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Run("pii", broken, "--out", "x", "--mask"));
        Assert.Contains("privacy-options", _remarks.ToString(), StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private int Run(params string[] arguments)
    {
        var root = new RootCommand { SharedOptions.Data, SharedOptions.Json };
        foreach (var command in PrivacyRoom.Commands(new CommandContext(_folder, _folder, TextReader.Null, new CommandOutput(_results, _remarks, false, false))))
        {
            root.Subcommands.Add(command);
        }

        return root.Parse(arguments).Invoke();
    }
}
