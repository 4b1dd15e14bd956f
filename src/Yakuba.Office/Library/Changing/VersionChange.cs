using System.Text.Json.Nodes;
using Yakuba.Office.Library.Catalogue;
using Yakuba.Platform;
using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>One step in the life of a version: who may take it, from which states, what it does, what the record says.</summary>
/// <param name="Action">Name in the record, from <see cref="LibraryActions"/>.</param>
/// <param name="May">Whether the person may do this to a version that the person can read.</param>
/// <param name="From">States from which it follows.</param>
/// <param name="ApplyAsync">Changes the rows and returns what the record says beside the version, or the problem that leaves everything as it was.</param>
internal sealed record VersionChange(
    string Action,
    Func<Principal, VersionCard, bool> May,
    IReadOnlyList<VersionState> From,
    Func<UnitOfWork, VersionCard, CancellationToken, Task<Result<JsonObject>>> ApplyAsync);
