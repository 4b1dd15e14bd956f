using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;
using Yakuba.Platform.Web.Language;
using Yakuba.Platform.Web.Refusals;

namespace Yakuba.Office.Library.ShowDocument;

/// <summary>The page of a version. Residents may open what is public; what may not be read answers as what is not there.</summary>
internal static class DocumentPages
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{version:long}", ShowAsync).AllowResident().ExcludeFromDescription();
        routes.MapGet("/library/{document:guid}", FindAsync).AllowResident().ExcludeFromDescription();
    }

    /// <summary>The page with a refusal on it, or the page of what is not there.</summary>
    internal static async Task<IResult> RefusedAsync(uint version, Problem problem, DocumentPageModels models, Principal principal, Words words, CancellationToken cancel) =>
        problem.Name != LibraryProblems.NoSuchDocument.Name && await models.FindAsync(version, new OpenAt("", "", 1), LibraryReader.Of(principal), words, cancel) is { } model
            ? new RazorComponentResult<DocumentPage>(new { Model = model with { Problem = problem } }) { StatusCode = problem.Status }
            : NotThere();

    internal static IResult NotThere() =>
        new RazorComponentResult<ProblemPage>(new { Problem = LibraryProblems.NoSuchDocument, RequestId = "" }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<IResult> ShowAsync(
        long version, string? at, string? quote, int? part, DocumentPageModels models, Principal principal, Words words, CancellationToken cancel) =>
        version is > 0 and <= uint.MaxValue
            && await models.FindAsync((uint)version, new OpenAt(Short(at, 400), Short(quote, 1_000), part ?? 1), LibraryReader.Of(principal), words, cancel) is { } model
            ? new RazorComponentResult<DocumentPage>(new { Model = model })
            : NotThere();

    /// <summary>A document by its id: the version that is in force today, else the newest.</summary>
    private static async Task<IResult> FindAsync(
        Guid document, long? version, string? at, LibraryCatalogue catalogue, Principal principal, TimeProvider time, CancellationToken cancel)
    {
        var today = time.Today();
        var id = document.ToString("D", CultureInfo.InvariantCulture);
        var found = (await catalogue.AllAsync(LibraryReader.Of(principal), cancel))
            .Where(c => c.Rights.DocumentId == id && (version is null || c.Number == version))
            .OrderByDescending(c => c.Rights.On(today) == Standing.InForce)
            .ThenByDescending(c => c.Ordinal)
            .FirstOrDefault();
        return found is null ? NotThere() : TypedResults.LocalRedirect(string.IsNullOrEmpty(at) ? DocumentLinks.Of(found.Number) : DocumentLinks.At(found.Number, Short(at, 400)));
    }

    private static string Short(string? text, int most) => text is null ? "" : text.Length <= most ? text : text[..most];
}
