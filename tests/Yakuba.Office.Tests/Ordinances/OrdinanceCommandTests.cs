using System.CommandLine;
using System.Text.Json;
using Yakuba.Office.Ordinances;
using Yakuba.Platform.CommandLine;

namespace Yakuba.Office.Tests.Ordinances;

/// <summary><c>yakuba ordinance</c>, as typed, on real files read by real workers.</summary>
public sealed class OrdinanceCommandTests : IDisposable
{
    private const string Text = "八重桜市駐輪場条例\n（平成12年条例第7号）\n\n（目的）\n第1条　自転車を置く。\n\n第2条　使用料は、別表第1による。\n\t区分\t金額\n\t1日\t100円\n2　第9条による。\n附　則\n1　この条例は、平成12年4月1日から施行する。\n別表第1（第2条関係）\n備考　市民は、半額とする。\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("yakuba-test-").FullName;
    private readonly StringWriter _results = new();
    private readonly StringWriter _remarks = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_provision_is_shown_by_its_place()
    {
        Assert.Equal(0, await RunAsync("ordinance", "show", Write("a.txt", Text), "--article", "第二条"));

        Assert.Equal(
            ["八重桜市駐輪場条例　第2条", "第2条　使用料は、別表第1による。", "\t区分\t金額", "\t1日\t100円", "2　第9条による。"],
            _results.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Everything_that_is_in_the_file_is_in_the_JSON()
    {
        Assert.Equal(0, await RunAsync(asJson: true, "ordinance", "show", Write("a.txt", Text)));

        using var shown = JsonDocument.Parse(_results.ToString());
        var letters = string.Concat(Strings(shown.RootElement));
        Assert.All(Text.Split('\n', '\t', '　').Where(t => t.Length > 0), word => Assert.Contains(word, letters, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finding_names_its_place_and_the_exit_code_follows_only_when_asked()
    {
        var file = Write("a.txt", Text);

        Assert.Equal(0, await RunAsync("ordinance", "check", file));
        Assert.Equal(1, await RunAsync("ordinance", "check", file, "--strict"));
        Assert.Contains("第2条第2項: 「第9条」の引用先がありません。", _results.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_names_the_line_that_an_editor_shows()
    {
        Assert.Equal(0, await RunAsync("ordinance", "check", Write("a.txt", "件名\r\n\r\n第1条　あ。\r\n\r\n\r\n第3条　い。\r\n")));

        Assert.Contains("6行目: 「第1条」の次が「第3条」です。", _results.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("第3条", "ordinance-no-such-provision")]
    [InlineData("だいさんじょう", "ordinance-bad-path")]
    public async Task A_place_that_is_not_there_is_refused(string place, string problem)
    {
        Assert.Equal(2, await RunAsync("ordinance", "show", Write("a.txt", Text), "--article", place));
        Assert.Contains(problem, _remarks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_absent_or_no_ordinance_is_refused()
    {
        Assert.Equal(2, await RunAsync("ordinance", "check", Path.Combine(_folder, "none.txt")));
        Assert.Equal(2, await RunAsync("ordinance", "check", Write("b.txt", "会議のお知らせ\n4月1日に開きます。")));
        Assert.Equal(2, await RunAsync("ordinance", "check", Write("c.pdf", "%PDF-1.7 broken")));
        Assert.All(["ordinance-no-file", "ordinance-no-provisions", "ordinance-unreadable"], name => Assert.Contains(name, _remarks.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_amendment_that_was_written_turns_the_old_version_into_the_new_one()
    {
        var (old, @new) = (Write("a.txt", Text), Write("b.txt", Text.Replace("自転車を置く", "自転車及び原動機付自転車を置く", StringComparison.Ordinal).Replace("\n附　則", "\n第3条　委任する。\n附　則", StringComparison.Ordinal)));
        Assert.Equal(0, await RunAsync("ordinance", "amend", old, @new));
        var written = Taken();
        Assert.Contains("第1条中「自転車」の次に「及び原動機付自転車」を加える。", written, StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("ordinance", "apply", old, Write("c.txt", written)));
        Assert.Equal(File.ReadAllText(@new).Split('\n', StringSplitOptions.RemoveEmptyEntries), Taken().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_amendment_that_does_not_fit_is_refused_with_its_line()
    {
        var amendment = Write("c.txt", "八重桜市駐輪場条例の一部を改正する条例\n　八重桜市駐輪場条例（平成12年条例第7号）の一部を次のように改正する。\n　第1条中「自動車」を「自転車」に改める。\n");

        Assert.Equal(2, await RunAsync("ordinance", "apply", Write("a.txt", Text), amendment));
        Assert.Contains("ordinance-not-amended", _remarks.ToString(), StringComparison.Ordinal);
        Assert.Contains("3行目", _remarks.ToString(), StringComparison.Ordinal);
        Assert.Empty(_results.ToString());
    }

    [Theory, InlineData(".docx"), InlineData(".html")]
    public async Task Two_versions_are_set_side_by_side(string format)
    {
        var table = Path.Combine(_folder, "table" + format);

        Assert.Equal(0, await RunAsync("ordinance", "compare", Write("a.txt", Text), Write("b.txt", Text.Replace("半額", "無料", StringComparison.Ordinal)), "--out", table));
        Assert.Contains("［半額］", _results.ToString(), StringComparison.Ordinal);
        Assert.Contains("違いは1か所です。", _results.ToString(), StringComparison.Ordinal);
        var content = await File.ReadAllBytesAsync(table);
        Assert.Equal(format == ".docx" ? "PK"u8.ToArray() : "<!"u8.ToArray(), content[..2]);
        Assert.True(format == ".docx" || System.Text.Encoding.UTF8.GetString(content).Contains("無料", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_in_a_format_that_is_not_known_is_refused()
    {
        Assert.Equal(2, await RunAsync("ordinance", "compare", Write("a.txt", Text), Write("b.txt", Text), "--out", Path.Combine(_folder, "table.xls")));
        Assert.Contains("paper-format", _remarks.ToString(), StringComparison.Ordinal);
    }

    private string Taken()
    {
        var text = _results.ToString();
        _results.GetStringBuilder().Clear();
        return text;
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<int> RunAsync(params string[] arguments) => RunAsync(asJson: false, arguments);

    private async Task<int> RunAsync(bool asJson, params string[] arguments)
    {
        var context = new CommandContext(_folder, _folder, TextReader.Null, new CommandOutput(_results, _remarks, asJson, showProgress: false));
        var root = new RootCommand();
        foreach (var command in OrdinancesRoom.Commands(context))
        {
            root.Add(command);
        }

        return await root.Parse(arguments).InvokeAsync();
    }
}
