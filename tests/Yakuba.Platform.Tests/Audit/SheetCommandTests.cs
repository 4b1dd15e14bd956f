using System.CommandLine;
using System.Net;
using System.Text.RegularExpressions;
using Yakuba.Platform.Audit;
using Yakuba.Platform.CommandLine;
using Yakuba.Platform.Data;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Audit;

/// <summary><c>yakuba audit sheet</c> and <c>yakuba audit verify --against</c>, as typed.</summary>
public sealed partial class SheetCommandTests
{
    private readonly StringWriter _results = new();
    private readonly StringWriter _remarks = new();

    [Fact]
    public async Task A_sheet_is_written_as_a_page_of_its_own_and_its_words_verify()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        using var folder = new TemporaryFolder();
        await town.AddPersonAsync("ichi");
        await town.AddPersonAsync("ni");

        Assert.Equal(0, await RunAsync(town, folder, "audit", "sheet", "確認票.html"));

        var page = await File.ReadAllTextAsync(folder["確認票.html"], TestContext.Current.CancellationToken);
        var kept = AgainstOf().Match(WebUtility.HtmlDecode(page)).Groups[1].Value;
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<path d=\"M", page, StringComparison.Ordinal); // the QR code
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase); // nothing from elsewhere
        Assert.StartsWith("2 ", kept, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(town, folder, "audit", "verify", "--against", kept));
        Assert.Equal(1, await RunAsync(town, folder, "audit", "verify", "--against", "1 " + kept[(kept.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over_and_what_is_no_sheet_is_named()
    {
        await using var town = await TestTown.OpenAsync(StorageEngine.Sqlite, TownPlan.Accounts);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["確認票.html"], "大切な紙", TestContext.Current.CancellationToken);

        Assert.Equal(2, await RunAsync(town, folder, "audit", "sheet", "確認票.html"));
        Assert.Equal("大切な紙", await File.ReadAllTextAsync(folder["確認票.html"], TestContext.Current.CancellationToken));
        Assert.Equal(2, await RunAsync(town, folder, "audit", "verify", "--against", "確認票.html"));

        Assert.Contains("audit-sheet-file", _remarks.ToString(), StringComparison.Ordinal);
        Assert.Contains("audit-not-a-sheet", _remarks.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(TestTown town, TemporaryFolder folder, params string[] arguments)
    {
        var context = new CommandContext(folder[""], folder[""], TextReader.Null, new CommandOutput(_results, _remarks, false, false));
        context.Open(town.Services);
        var root = new RootCommand { SharedOptions.Data, SharedOptions.Json };
        foreach (var command in AuditRoom.Commands(context))
        {
            root.Subcommands.Add(command);
        }

        return root.Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("--against \"([^\"]+)\"")]
    private static partial Regex AgainstOf();
}
