using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Importing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>The original file as it came, to take along. It is never shown inside our own pages, whatever it holds.</summary>
internal static class OriginalEndpoint
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".xls"] = "application/vnd.ms-excel",
        [".csv"] = "text/csv",
        [".tsv"] = "text/tab-separated-values",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xml"] = "application/xml",
        [".eml"] = "message/rfc822",
    };

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{version:long}/original", PageAsync).AllowResident().ExcludeFromDescription();
        routes.MapGet("/api/v1/documents/{version:long}/original", ApiAsync).AllowResident().WithTags("library").WithSummary("原本のファイルを受け取る");
    }

    private static async Task<IResult> PageAsync(long version, LibraryCatalogue catalogue, Originals originals, Principal principal, CancellationToken cancel) =>
        await FileAsync(version, catalogue, originals, principal, cancel) ?? DocumentPages.NotThere();

    private static async Task<IResult> ApiAsync(long version, LibraryCatalogue catalogue, Originals originals, Principal principal, CancellationToken cancel) =>
        await FileAsync(version, catalogue, originals, principal, cancel) ?? LibraryProblems.NoSuchDocument.ToHttp();

    private static async Task<IResult?> FileAsync(long version, LibraryCatalogue catalogue, Originals originals, Principal principal, CancellationToken cancel)
    {
        if (version is <= 0 or > uint.MaxValue || await catalogue.FindAsync(LibraryReader.Of(principal), (uint)version, cancel) is not { } card)
        {
            return null;
        }

        return await originals.OpenAsync(card.Sha256, cancel) is { } file
            ? TypedResults.Stream(file, Types.GetValueOrDefault(Path.GetExtension(card.FileName).ToLowerInvariant(), "application/octet-stream"), card.FileName)
            : LibraryProblems.OriginalDamaged.ToHttp();
    }
}
