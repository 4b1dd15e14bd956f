using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Documents;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.ShowDocument;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Data;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Parts;

namespace Yakuba.Office.Library.ShowReadingReport;

/// <summary>The reading report of one version, for staff who may read it.</summary>
internal static class ReadingReportPages
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{version:long}/report", ShowAsync).Require(Right.ReadLibrary).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(long version, LibraryCatalogue catalogue, Database database, Principal reader, Words words, CancellationToken cancel)
    {
        if (version is <= 0 or > uint.MaxValue || await catalogue.FindAsync(reader, (uint)version, cancel) is not { } card)
        {
            return DocumentPages.NotThere();
        }

        ReadingReport report;
        await using (var read = await database.ReadAsync(cancel))
        {
            var stored = await read.SingleOrDefaultAsync<string>("SELECT report FROM version WHERE number = @version", new { version }, cancel);
            report = JsonSerializer.Deserialize<ReadingReport>(stored!)!;
        }

        return new RazorComponentResult<ReadingReportPage>(new
        {
            Model = new ReadingReportModel(version.ToString(CultureInfo.InvariantCulture), card.Title, Facts(card, report, words), ReportFindings.Of(card.Number, report)),
        });
    }

    private static List<FactLine> Facts(VersionCard card, ReadingReport report, Words words)
    {
        var facts = new List<FactLine>
        {
            new(words["ファイル", "File"], card.FileName),
            new(words["大きさ", "Size"], FileSize.ToPeople(card.Bytes)),
            new("SHA-256", card.Sha256),
            new(words["読み取った日時", "Read"], words.Moment(card.ImportedAt)),
            new(words["文字数", "Characters"], string.Create(CultureInfo.InvariantCulture, $"{report.Characters:N0}")),
            new(words["検索単位", "Passages"], string.Create(CultureInfo.InvariantCulture, $"{card.Passages:N0}")),
        };
        Add(words["ページ", "Pages"], report.PagesRead);
        Add(words["表", "Tables"], report.Tables);
        Add(words["条", "Articles"], report.Articles);
        Add(words["質問と回答", "Questions"], report.FaqEntries);
        if (report.Charset is { } charset)
        {
            facts.Add(new(words["文字コード", "Character set"], charset));
        }

        return facts;

        void Add(string name, int count)
        {
            if (count > 0)
            {
                facts.Add(new(name, string.Create(CultureInfo.InvariantCulture, $"{count:N0}")));
            }
        }
    }
}
