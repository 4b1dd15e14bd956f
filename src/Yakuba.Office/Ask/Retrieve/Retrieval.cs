using Yakuba.Office.Ask.Understand;
using Yakuba.Office.Library.Index.Vectors;
using Yakuba.Office.Library.Rights;
using Yakuba.Office.Library.Searching;
using Yakuba.Platform.Models.Endpoint;
using Yakuba.Search;

namespace Yakuba.Office.Ask.Retrieve;

/// <summary>What was found for a question.</summary>
/// <param name="Understood">The question.</param>
/// <param name="InForce">Passages in force on the day asked about, best first.</param>
/// <param name="NotYet">Passages whose first day is still to come, best first.</param>
/// <param name="NoLonger">Passages no longer in force, best first.</param>
/// <param name="Readable">What the asker may read: how telling a word is counts nothing else.</param>
public sealed record Retrieved(
    Understood Understood, IReadOnlyList<FoundPassage> InForce, IReadOnlyList<FoundPassage> NotYet, IReadOnlyList<FoundPassage> NoLonger, PermittedGroups Readable)
{
    /// <summary>Key of why the attached embedding model had no part in this: <c>too-slow</c>; empty when it had, or none is attached.</summary>
    public string WithoutVectors { get; init; } = "";
}

/// <summary>Step 3. Searches what the asker may read; what is not in force is searched apart, so that it can be pointed to but never cited as current.</summary>
public sealed class Retrieval(LibrarySearch search, ReadableVersions rights, QuestionVectors vectors)
{
    private const int Top = 24;
    private const int TopBeside = 8;

    /// <summary>Finds passages.</summary>
    public async Task<Retrieved> FindAsync(Understood understood, CancellationToken cancel)
    {
        var (reader, text, day) = (understood.Question.Reader, understood.SearchText, understood.AsOf);
        var current = await search.FindAsync(reader, text, day, Standing.InForce, Top, cancel);
        var notYet = await search.FindAsync(reader, text, day, Standing.NotYet, TopBeside, cancel);
        var noLonger = await search.FindAsync(reader, text, day, Standing.NoLonger, TopBeside, cancel);

        // A document in force may hold provisions that are not: its own dates decide for each passage.
        return new(
            understood,
            [.. current.Where(p => p.On(day) == Standing.InForce)],
            [.. notYet.Concat(current.Where(p => p.On(day) == Standing.NotYet)).OrderByDescending(p => p.Score)],
            [.. noLonger.Concat(current.Where(p => p.On(day) == Standing.NoLonger)).OrderByDescending(p => p.Score)],
            await rights.ScopeAsync(reader, cancel))
        {
            WithoutVectors = vectors.FailureOf(text)?.ToKey() ?? "",
        };
    }
}
