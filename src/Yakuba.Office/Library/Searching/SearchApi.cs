using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yakuba.Office.Library.Rights;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Library.Searching;

/// <summary>Search over the API. Without a token one searches as a resident.</summary>
internal static class SearchApi
{
    private const int LongestWords = 2_000;
    private const int MostPassages = 100;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/passages", FindAsync)
        .WithTags("library")
        .WithSummary("文書の該当箇所を探す（q: 言葉または文、「」の中の言葉は一字一句そのまま含む箇所に限る、on: 基準日、top: 件数）")
        .AllowResident();

    private static async Task<Results<Ok<SearchJson>, ProblemHttpResult>> FindAsync(
        string? q, string? on, int? top, LibrarySearch search, MeantSpelling meant, Principal principal, TimeProvider time, CancellationToken cancel)
    {
        var words = q?.Trim() ?? "";
        if (words.Length is 0 or > LongestWords)
        {
            return LibraryProblems.WordsLength.ToHttp();
        }

        var day = time.Today();
        if (on is { Length: > 0 } && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return LibraryProblems.DateForm.ToHttp();
        }

        var reader = LibraryReader.Of(principal);
        var found = await search.FindExactAsync(reader, words, day, Standing.InForce, Math.Clamp(top ?? 10, 1, MostPassages), cancel);
        return TypedResults.Ok(SearchJson.Of(words, found, await meant.MendAsync(reader, words, cancel)));
    }
}
