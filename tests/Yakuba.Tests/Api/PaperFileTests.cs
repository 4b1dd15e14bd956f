using Microsoft.Extensions.DependencyInjection;
using Yakuba.Papers;
using Yakuba.Platform.Handover;
using Yakuba.Testing;

namespace Yakuba.Tests.Api;

/// <summary><c>yakuba paper</c>: files from the data of a document, and what is said where there can be none.</summary>
public sealed class PaperFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory, InlineData("out.docx", "PK"), InlineData("out.html", "<!DOCTYPE html>")]
    public async Task Data_becomes_a_file_of_the_form_that_its_name_says(string output, string beginning)
    {
        var (code, said) = await RunAsync("paper", Data("一つ目の文です。"), output);
        Assert.Equal((0, true), (code, said.Contains(output, StringComparison.Ordinal)));
        Assert.StartsWith(beginning, await File.ReadAllTextAsync(Path.Combine(_folder.Path, output)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_an_older_version_is_marked()
    {
        var (code, _) = await RunAsync("paper", Data("期限は、３月末です。"), "out.html", "--since", Data("期限は、２月末です。"));
        Assert.Equal(0, code);
        Assert.Contains("<del>２</del><ins>３</ins>", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out.html")), StringComparison.Ordinal);
    }

    [Theory, InlineData("out.txt", "paper-format"), InlineData("out", "paper-format")]
    public async Task A_form_that_is_none_is_refused_and_nothing_is_written(string output, string problem)
    {
        var (code, said) = await RunAsync("paper", Data("文"), output);
        Assert.Equal((2, true), (code, said.Contains(problem, StringComparison.Ordinal)));
        Assert.False(File.Exists(Path.Combine(_folder.Path, output)));
    }

    [Fact]
    public async Task Data_that_is_none_is_refused_by_name()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "half.json"), """{"title":"半""");
        Assert.Contains("paper-refused", (await RunAsync("paper", "half.json", "out.docx")).Said, StringComparison.Ordinal);
        Assert.Contains("paper-no-data", (await RunAsync("paper", "nowhere.json", "out.docx")).Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "out.docx")));
    }

    public void Dispose() => _folder.Dispose();

    private string Data(string text)
    {
        var name = $"{Guid.CreateVersion7():N}.json";
        File.WriteAllText(Path.Combine(_folder.Path, name), PaperJson.Write(new Paper("題", PaperKind.Notice, [PaperLine.Of(LineRole.Body, text)])));
        return name;
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var none = new ServiceCollection().BuildServiceProvider();
        var said = new StringWriter();
        var code = await CommandTree.RunHandedOverAsync(none, new HandoverRequest([.. arguments, "--data", _folder.Path], _folder.Path, "", false), said, said, default);
        return (code, said.ToString());
    }
}
