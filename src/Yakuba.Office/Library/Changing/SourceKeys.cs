using Yakuba.Platform.Data;

namespace Yakuba.Office.Library.Changing;

/// <summary>Where a document came from, as an import looks it up.</summary>
internal static class SourceKeys
{
    /// <summary>A folder imported for the new section finds the document again; where that name is taken, the two stay apart.</summary>
    internal static Task MoveAsync(UnitOfWork work, string document, string was, string now, CancellationToken cancel) => work.ExecuteAsync(
        "UPDATE document SET source_key = @now || substr(source_key, @after) WHERE id = @id AND source_key LIKE @was || ':%' "
        + "AND NOT EXISTS (SELECT 1 FROM document o WHERE o.source_key = @now || substr(document.source_key, @after))",
        new { now, was, after = was.Length + 1, id = document },
        cancel);
}
