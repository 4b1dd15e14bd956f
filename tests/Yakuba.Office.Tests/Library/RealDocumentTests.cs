using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform;

namespace Yakuba.Office.Tests.Library;

/// <summary>Files as municipalities and ministries publish them: laws, ordinances, statistics, budgets. Absent in a plain checkout; then this says so.</summary>
public sealed class RealDocumentTests
{
    [Fact]
    public async Task Every_real_file_is_read_with_a_report_and_an_act_is_found_by_its_article()
    {
        var folder = Path.Combine(Shared(), "data", "documents");
        Assert.SkipUnless(Directory.Exists(folder), $"skipped: no real files at {folder}");
        await using var town = await LibraryTown.OpenAsync();

        var report = await town.ImportAsync(new ImportFiles([folder], "税務課", "公開", Publish: true));

        Assert.Equal(0, report.Refused);
        Assert.True(report.Imported >= 82, $"{report.Imported} files imported");
        Assert.All(report.Files, f => Assert.NotEmpty(f.Notes));
        var found = await town.Town.Get<LibrarySearch>().FindAsync(Principal.Resident, "会社法 第847条", town.Town.Clock.Today(), Standing.InForce, 3, default);
        Assert.Equal("article:第847条", found[0].From.ToKey());
        Assert.Equal("会社法", found[0].Title);
    }

    private static string Shared()
    {
        if (Environment.GetEnvironmentVariable("YAKUBA_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Yakuba.slnx")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.Parent?.FullName ?? "/", "shared");
    }
}
